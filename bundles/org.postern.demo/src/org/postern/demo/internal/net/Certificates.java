package org.postern.demo.internal.net;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Makes the two certificates of the demo, with the extensions that RFC 5280 section 4.2 asks. */
final class Certificates {
    private static final X500Name CA_NAME =
            new X500Name("CN=Postern Demo Authority,O=Postern Demo");
    private static final X500Name SERVER_NAME = new X500Name("CN=localhost,O=Postern Demo");

    private final KeyPair caKeys;
    private final Date from = Date.from(Instant.now().minus(Duration.ofHours(1)));
    private final Date until = Date.from(Instant.now().plus(Duration.ofDays(90)));
    private final JcaX509ExtensionUtils ids;

    Certificates(KeyPair caKeys) throws GeneralSecurityException {
        this.caKeys = caKeys;
        this.ids = new JcaX509ExtensionUtils();
    }

    X509Certificate authority() throws GeneralSecurityException {
        try {
            X509v3CertificateBuilder builder = builder(CA_NAME, caKeys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            return sign(builder);
        } catch (CertIOException e) {
            throw new GeneralSecurityException("The authority's certificate cannot be made", e);
        }
    }

    X509Certificate server(PublicKey key) throws GeneralSecurityException {
        try {
            X509v3CertificateBuilder builder = builder(SERVER_NAME, key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            int usage = KeyUsage.digitalSignature;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            ExtendedKeyUsage purpose = new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth);
            builder.addExtension(Extension.extendedKeyUsage, false, purpose);
            builder.addExtension(Extension.subjectAlternativeName, false, names());
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    ids.createAuthorityKeyIdentifier(caKeys.getPublic()));
            return sign(builder);
        } catch (CertIOException e) {
            throw new GeneralSecurityException("The server's certificate cannot be made", e);
        }
    }

    private static GeneralNames names() {
        return new GeneralNames(
                new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                    new GeneralName(GeneralName.iPAddress, "::1")
                });
    }

    private X509v3CertificateBuilder builder(X500Name subject, PublicKey key)
            throws CertIOException {
        BigInteger serial = new BigInteger(120, new SecureRandom()).add(BigInteger.ONE);
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(CA_NAME, serial, from, until, subject, key);
        return builder.addExtension(
                Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) throws GeneralSecurityException {
        try {
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder("SHA256withECDSA");
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(signer.build(caKeys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("This Java cannot sign with ECDSA", e);
        }
    }
}
