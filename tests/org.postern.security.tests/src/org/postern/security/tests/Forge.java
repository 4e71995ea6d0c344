package org.postern.security.tests;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.jcajce.JcaCertificateID;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.postern.testing.ServerIdentity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.security.auth.x500.X500Principal;

/**
 * An authority that certifies whatever it is asked to.
 *
 * @param chain its own certificate first, the root's last
 */
record Forge(KeyPair keys, List<X509Certificate> chain) {

    private static final Duration DAY = Duration.ofDays(1);

    /** A root. */
    static Forge root(String commonName) {
        Wish wish = Wish.authority(commonName);
        return new Forge(wish.keys(), List.of(selfSigned(wish)));
    }

    /** A root with these keys. */
    static Forge root(String commonName, KeyPair keys) {
        Wish wish = Wish.authority(commonName).keys(keys).signedBy(algorithm(keys));
        return new Forge(keys, List.of(selfSigned(wish)));
    }

    private static String algorithm(KeyPair keys) {
        return keys.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    static X509Certificate selfSigned(Wish wish) {
        return sign(new X500Principal(wish.subject()), wish.keys(), wish);
    }

    /** The same alone, as a server sends it. */
    static ServerIdentity alone(Wish wish) {
        return new ServerIdentity(wish.keys().getPrivate(), List.of(selfSigned(wish)));
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    X509Certificate root() {
        return chain.getLast();
    }

    /** An authority below this one. */
    Forge below(Wish wish) {
        return new Forge(wish.keys(), following(certify(wish)));
    }

    X509Certificate certify(Wish wish) {
        return sign(certificate().getSubjectX500Principal(), keys, wish);
    }

    /** Leaf and all authorities but the root. */
    ServerIdentity identity(Wish wish) {
        List<X509Certificate> whole = following(certify(wish));
        return new ServerIdentity(
                wish.keys().getPrivate(), whole.subList(0, Math.max(1, whole.size() - 1)));
    }

    private List<X509Certificate> following(X509Certificate first) {
        return Stream.concat(Stream.of(first), chain.stream()).toList();
    }

    /** A list of what this authority revoked. */
    X509CRL revoking(Duration nextUpdate, X509Certificate... revoked) {
        Instant now = Instant.now();
        var builder = new JcaX509v2CRLBuilder(certificate(), Date.from(now.minus(DAY)));
        builder.setNextUpdate(Date.from(now.plus(nextUpdate)));
        for (X509Certificate each : revoked) {
            builder.addCRLEntry(each.getSerialNumber(), Date.from(now.minus(DAY)), 1);
        }
        try {
            return new JcaX509CRLConverter().getCRL(builder.build(signer("SHA256withECDSA", keys)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer to who asks for this certificate (RFC 6960). */
    byte[] answer(X509Certificate about, CertificateStatus status, Duration from, Duration to) {
        return answer(about, status, from, to, signer("SHA256withECDSA", keys));
    }

    byte[] answer(
            X509Certificate about,
            CertificateStatus status,
            Duration from,
            Duration to,
            ContentSigner signer) {
        Instant now = Instant.now();
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var id =
                    new JcaCertificateID(
                            digests.get(CertificateID.HASH_SHA1),
                            certificate(),
                            about.getSerialNumber());
            var builder =
                    new JcaBasicOCSPRespBuilder(
                            keys.getPublic(), digests.get(CertificateID.HASH_SHA1));
            builder.addResponse(id, status, Date.from(now.plus(from)), Date.from(now.plus(to)));
            BasicOCSPResp basic = builder.build(signer, new X509CertificateHolder[0], new Date());
            return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
        } catch (OCSPException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(X500Principal issuer, KeyPair issuerKeys, Wish wish) {
        Instant now = Instant.now();
        var builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(96, new SecureRandom()).setBit(95),
                        Date.from(now.plus(wish.begins())),
                        Date.from(now.plus(wish.ends())),
                        new X500Principal(wish.subject()),
                        wish.keys().getPublic());
        try {
            for (Map.Entry<ASN1ObjectIdentifier, ASN1Encodable> each :
                    new ArrayList<>(wish.extensions().entrySet())) {
                boolean critical =
                        wish.subject().isEmpty()
                                || each.getKey().equals(Extension.basicConstraints);
                builder.addExtension(each.getKey(), critical, each.getValue());
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(signer(wish.algorithm(), issuerKeys)));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static ContentSigner signer(String algorithm, KeyPair keys) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
