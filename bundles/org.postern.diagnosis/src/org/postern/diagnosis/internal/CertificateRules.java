package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Rules about certificates. None of them offers to look away. */
public final class CertificateRules {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withZone(ZoneId.systemDefault());

    private CertificateRules() {}

    public static Finding rejected(Failure.CertificateRejected f) {
        return Finding.of(
                cause(f),
                f.peer().host(),
                f.names().isEmpty()
                        ? Messages.format("certificate.noNames")
                        : Text.visible(String.join(", ", f.names())),
                date(f, true),
                date(f, false),
                issuer(f),
                f.detail());
    }

    private static String cause(Failure.CertificateRejected f) {
        return switch (f.problem()) {
            case UNKNOWN_ISSUER -> "certificate-unknown";
            case INCOMPLETE_CHAIN -> "certificate-incomplete";
            case PIN_CHANGED -> "certificate-pin-changed";
            case SELF_SIGNED -> "certificate-self-signed";
            case EXPIRED -> "certificate-expired";
            case NOT_YET_VALID -> "certificate-not-yet-valid";
            case WRONG_HOST -> "certificate-wrong-host";
            case WEAK -> "certificate-weak";
            case NOT_FOR_SERVERS -> "certificate-not-for-servers";
            case REVOKED -> "certificate-revoked";
            case OTHER -> "certificate-other";
        };
    }

    private static String date(Failure.CertificateRejected f, boolean from) {
        return f.chain().stream()
                .findFirst()
                .map(leaf -> (from ? leaf.getNotBefore() : leaf.getNotAfter()).toInstant())
                .map(DATE::format)
                .orElse("?");
    }

    private static String issuer(Failure.CertificateRejected f) {
        return f.chain().stream()
                .findFirst()
                .map(leaf -> Text.visible(leaf.getIssuerX500Principal().getName()))
                .orElse("?");
    }
}
