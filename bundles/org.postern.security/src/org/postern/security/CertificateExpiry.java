package org.postern.security;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a certificate still counts: a client's own, a server's, a pinned one.
 *
 * @param begins its first instant
 * @param ends its last instant
 * @param now when somebody looked
 */
public record CertificateExpiry(Instant begins, Instant ends, Instant now) {

    /** From so long before its end on people are warned. */
    public static final Duration WARNING = Duration.ofDays(30);

    /** What the dates say. */
    public enum Standing {
        NOT_YET_VALID,
        VALID,
        /** Valid, but for not more than {@link CertificateExpiry#WARNING}. */
        ENDS_SOON,
        EXPIRED
    }

    public static CertificateExpiry of(X509Certificate certificate, Instant now) {
        return new CertificateExpiry(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(), now);
    }

    public Standing standing() {
        if (now.isBefore(begins)) {
            return Standing.NOT_YET_VALID;
        }
        if (now.isAfter(ends)) {
            return Standing.EXPIRED;
        }
        boolean soon = Duration.between(now, ends).compareTo(WARNING) <= 0;
        return soon ? Standing.ENDS_SOON : Standing.VALID;
    }

    /** Whether it counts now. */
    public boolean isCurrent() {
        return !now.isBefore(begins) && !now.isAfter(ends);
    }

    /** Whole days until the end; negative when it is over. */
    public long daysLeft() {
        return Math.floorDiv(Duration.between(now, ends).toSeconds(), 86_400L);
    }

    /** Whether somebody should get another certificate. */
    public boolean isWarning() {
        return standing() == Standing.ENDS_SOON || standing() == Standing.EXPIRED;
    }
}
