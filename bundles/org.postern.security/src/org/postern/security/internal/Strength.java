package org.postern.security.internal;

import org.postern.core.CertificateProblem;
import org.postern.core.Text;
import org.postern.security.CertificateReport.Finding;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the certificates between the leaf and the anchor could have been forged (RFC 9325 §4.5):
 * SHA-1 and older signatures, short keys. The anchor itself is trusted for other reasons, and
 * certificates that the server sends without need do not count.
 */
final class Strength {

    private static final Pattern FORGEABLE = Pattern.compile("(MD2|MD4|MD5|SHA-?1)(WITH.*|)");
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 224;

    private final Issuance issuance;

    Strength(Issuance issuance) {
        this.issuance = issuance;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (X509Certificate each : issuance.path()) {
            if (!issuance.anchor().equals(Optional.of(each))) {
                weakSignature(each).ifPresent(findings::add);
                weakKey(each).ifPresent(findings::add);
            }
        }
        return findings;
    }

    static Optional<Finding> weakSignature(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName();
        boolean weak = FORGEABLE.matcher(algorithm.toUpperCase(Locale.ROOT)).matches();
        return weak
                ? finding("certificate.weakSignature", subject(certificate), algorithm)
                : Optional.empty();
    }

    /** Whoever can find the key can be the server, whatever makes the certificate believed. */
    static Optional<Finding> weakKey(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        int bits = bits(key);
        int least = key instanceof ECPublicKey ? EC_BITS : RSA_BITS;
        return bits < least
                ? finding("certificate.weakKey", subject(certificate), key.getAlgorithm(), bits)
                : Optional.empty();
    }

    private static int bits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case DSAPublicKey dsa ->
                    dsa.getParams() == null ? 0 : dsa.getParams().getP().bitLength();
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
            default -> Integer.MAX_VALUE;
        };
    }

    private static String subject(X509Certificate certificate) {
        return Text.visible(certificate.getSubjectX500Principal().getName());
    }

    private static Optional<Finding> finding(String key, Object... values) {
        return Optional.of(new Finding(CertificateProblem.WEAK, Messages.text(key, values)));
    }
}
