package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Text;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Messages;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;

/** The server's certificate does not hold. No rule about certificates offers to look away. */
public final class CertificateRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.CertificateRejected.class).map(CertificateRule::words);
    }

    private static Finding words(Failure.CertificateRejected f) {
        return Words.of(
                        cause(f),
                        f.peer().host(),
                        names(f),
                        Certificates.begin(f.chain()),
                        Certificates.end(f.chain()),
                        Certificates.issuer(f.chain()),
                        f.detail())
                .finding();
    }

    private static String names(Failure.CertificateRejected f) {
        return f.names().isEmpty()
                ? Messages.format("certificate.noNames")
                : Text.visible(String.join(", ", f.names()));
    }

    private static String cause(Failure.CertificateRejected f) {
        return switch (f.problem()) {
            case UNKNOWN_ISSUER -> "certificate-unknown";
            case INCOMPLETE_CHAIN -> "certificate-incomplete";
            case PIN_CHANGED -> "certificate-pin-changed";
            case SELF_SIGNED -> "certificate-self-signed";
            case EXPIRED -> "certificate-expired";
            case NOT_YET_VALID -> "certificate-not-yet-valid";
            case WRONG_HOST ->
                    isAddress(f.peer().host())
                            ? "certificate-without-address"
                            : "certificate-wrong-host";
            case WEAK -> "certificate-weak";
            case NOT_FOR_SERVERS -> "certificate-not-for-servers";
            case REVOKED -> "certificate-revoked";
            case OTHER -> "certificate-other";
        };
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }
}
