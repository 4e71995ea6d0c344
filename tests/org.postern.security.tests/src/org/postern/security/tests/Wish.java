package org.postern.security.tests;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a certificate of a {@link Forge} should say. */
record Wish(
        String subject,
        KeyPair keys,
        Duration begins,
        Duration ends,
        String algorithm,
        Map<ASN1ObjectIdentifier, ASN1Encodable> extensions) {

    private static final Duration DAY = Duration.ofDays(1);

    /** A sound server certificate for localhost. */
    static Wish server() {
        return named("CN=localhost").with(dns("localhost"));
    }

    /** A sound authority. */
    static Wish authority(String commonName) {
        return named("CN=" + commonName)
                .extended(Extension.basicConstraints, new BasicConstraints(true))
                .extended(
                        Extension.keyUsage,
                        new KeyUsage(
                                KeyUsage.keyCertSign
                                        | KeyUsage.cRLSign
                                        | KeyUsage.digitalSignature));
    }

    static Wish named(String subject) {
        return new Wish(
                subject,
                newKeys("EC", 256),
                DAY.negated(),
                DAY.multipliedBy(60),
                "SHA256withECDSA",
                Map.of());
    }

    static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    static KeyPair newKeys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Wish with(GeneralName... names) {
        return extended(Extension.subjectAlternativeName, new GeneralNames(names));
    }

    Wish withNames(String... names) {
        return with(Arrays.stream(names).map(Wish::dns).toArray(GeneralName[]::new));
    }

    Wish extended(ASN1ObjectIdentifier id, ASN1Encodable value) {
        Map<ASN1ObjectIdentifier, ASN1Encodable> more = new LinkedHashMap<>(extensions);
        more.put(id, value);
        return new Wish(subject, keys, begins, ends, algorithm, more);
    }

    Wish keys(KeyPair other) {
        return new Wish(subject, other, begins, ends, algorithm, extensions);
    }

    Wish valid(Duration from, Duration to) {
        return new Wish(subject, keys, from, to, algorithm, extensions);
    }

    Wish signedBy(String other) {
        return new Wish(subject, keys, begins, ends, other, extensions);
    }

    Wish called(String other) {
        return new Wish(other, keys, begins, ends, algorithm, extensions);
    }
}
