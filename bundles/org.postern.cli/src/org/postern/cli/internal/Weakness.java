package org.postern.cli.internal;

import org.postern.net.Posture;

import java.util.Optional;

/** What is to be said of a connection that works. */
public final class Weakness {

    /** Mail and password are not for the server alone (RFC 8314 §5). */
    private static final String UNPROTECTED = "works-unprotected";

    private static final String PINNED = "works-by-pin";
    private static final String POLICY = "works-with-policy-warning";

    private Weakness() {}

    /** The id of it; empty when there is nothing to say. */
    public static Optional<String> of(Posture posture) {
        return switch (posture.trust()) {
            case NONE -> Optional.of(UNPROTECTED);
            case PIN -> Optional.of(PINNED);
            case AUTHORITY -> posture.warnings().isEmpty() ? Optional.empty() : Optional.of(POLICY);
        };
    }
}
