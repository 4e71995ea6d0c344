package org.postern.security.internal;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;

/**
 * An OCSP answer that a server brings along in the handshake (RFC 6066 §8), or that it brings none.
 * The Java runtime reads and verifies it and asks nobody.
 */
public final class Staple {

    private final byte[] answer;

    /** What a staple says of the leaf. */
    enum Verdict {
        GOOD,
        REVOKED,
        /** Nothing that counts: none, damaged, out of date, or made by a stranger. */
        NOTHING
    }

    private Staple(byte[] answer) {
        this.answer = answer.clone();
    }

    public static Staple of(byte[] answer) {
        return new Staple(answer);
    }

    /** The leaf's, from a handshake that is under way. */
    public static Staple from(Socket socket) {
        if (socket instanceof SSLSocket tls
                && tls.getHandshakeSession() instanceof ExtendedSSLSession session) {
            List<byte[]> answers = session.getStatusResponses();
            return new Staple(answers.isEmpty() ? new byte[0] : answers.getFirst());
        }
        return new Staple(new byte[0]);
    }

    /** Only a path to a trusted authority says whose answer would count. */
    Verdict verdict(Issuance issuance, Instant now) {
        Optional<X509Certificate> anchor = issuance.anchor();
        if (answer.length == 0 || anchor.isEmpty() || anchor.get().equals(issuance.leaf())) {
            return Verdict.NOTHING;
        }
        try {
            validate(issuance.path(), anchor.get(), now);
            return Verdict.GOOD;
        } catch (CertPathValidatorException e) {
            return e.getReason() == BasicReason.REVOKED ? Verdict.REVOKED : Verdict.NOTHING;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Bytes of a stranger: whatever they make the parser throw, they are no answer.
            return Verdict.NOTHING;
        }
    }

    private void validate(List<X509Certificate> path, X509Certificate anchor, Instant now)
            throws GeneralSecurityException {
        List<X509Certificate> below = path.stream().filter(each -> !each.equals(anchor)).toList();
        CertPath certificates = CertificateFactory.getInstance("X.509").generateCertPath(below);
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXParameters parameters = parameters(anchor, now);
        parameters.addCertPathChecker(checker(validator, path.getFirst()));
        validator.validate(certificates, parameters);
    }

    private static PKIXParameters parameters(X509Certificate anchor, Instant now)
            throws InvalidAlgorithmParameterException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        return parameters;
    }

    /** With an answer for the leaf and no other certificate to look at, it has no need to ask. */
    private PKIXRevocationChecker checker(CertPathValidator validator, X509Certificate leaf) {
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(
                Set.of(
                        PKIXRevocationChecker.Option.ONLY_END_ENTITY,
                        PKIXRevocationChecker.Option.NO_FALLBACK));
        checker.setOcspResponses(Map.of(leaf, Arrays.copyOf(answer, answer.length)));
        return checker;
    }
}
