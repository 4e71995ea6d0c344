package org.postern.testing;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

/** A name and a key that sign certificates. */
record Issuer(X500Principal name, KeyPair keys) {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(365);

    static Issuer named(String commonName) {
        return new Issuer(new X500Principal("CN=" + commonName), newKeys());
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make EC P-256 keys", e);
        }
    }

    static KeyPair newRsaKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make RSA keys", e);
        }
    }

    /** A certificate that lets {@code subject} sign others, signed by this issuer. */
    X509Certificate certifyAuthority(Issuer subject) {
        var builder = builder(subject.name, subject.keys, AUTHORITY_LIFE.negated(), AUTHORITY_LIFE);
        addAuthorityExtensions(builder);
        return sign(builder.build(signer("SHA256withECDSA")));
    }

    X509Certificate certify(LeafRecipe recipe, KeyPair leaf) {
        var builder = builder(subjectOf(recipe), leaf, recipe.begins(), recipe.ends());
        addLeafExtensions(builder, recipe);
        return sign(builder.build(signer(recipe.algorithm())));
    }

    /** A list by which this issuer takes a certificate back (RFC 5280 §5). */
    X509CRL revoke(X509Certificate certificate) {
        Date begin = date(Duration.ofDays(1).negated());
        var builder = new JcaX509v2CRLBuilder(name, begin);
        builder.setNextUpdate(date(Duration.ofDays(30)));
        builder.addCRLEntry(certificate.getSerialNumber(), begin, 1);
        try {
            return new JcaX509CRLConverter().getCRL(builder.build(signer("SHA256withECDSA")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make revocation lists", e);
        }
    }

    X509Certificate certifyVersion1(LeafRecipe recipe, KeyPair leaf) {
        var builder =
                new JcaX509v1CertificateBuilder(
                        name,
                        serial(),
                        date(recipe.begins()),
                        date(recipe.ends()),
                        subjectOf(recipe),
                        leaf.getPublic());
        return sign(builder.build(signer(recipe.algorithm())));
    }

    static X500Principal subjectOf(LeafRecipe recipe) {
        return new X500Principal("CN=" + recipe.commonName());
    }

    private JcaX509v3CertificateBuilder builder(
            X500Principal subject, KeyPair subjectKeys, Duration begins, Duration ends) {
        return new JcaX509v3CertificateBuilder(
                name, serial(), date(begins), date(ends), subject, subjectKeys.getPublic());
    }

    private static void addAuthorityExtensions(JcaX509v3CertificateBuilder builder) {
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addLeafExtensions(JcaX509v3CertificateBuilder builder, LeafRecipe recipe) {
        try {
            var constraints = new BasicConstraints(recipe.authority());
            builder.addExtension(Extension.basicConstraints, true, constraints);
            var purpose = new ExtendedKeyUsage(recipe.purpose());
            builder.addExtension(Extension.extendedKeyUsage, false, purpose);
            if (!recipe.names().isEmpty()) {
                var names = new GeneralNames(recipe.names().toArray(GeneralName[]::new));
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner signer(String algorithm) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("This Java cannot sign with " + algorithm, e);
        }
    }

    private static X509Certificate sign(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(96, new SecureRandom()).setBit(95);
    }

    private static Date date(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }
}
