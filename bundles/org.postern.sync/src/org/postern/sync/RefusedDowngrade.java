package org.postern.sync;

import org.postern.core.Failure;

import java.time.Instant;
import java.util.Objects;

/**
 * An account asked for protection, and the server, or somebody on the way, would have had less. The
 * connection was broken off before anything secret was sent.
 *
 * @param failure what was seen
 * @param at when it was refused
 */
public record RefusedDowngrade(Failure failure, Instant at) {

    public RefusedDowngrade {
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(at, "at");
    }

    /** Whether going on in spite of such a failure would have been less than what was asked for. */
    public static boolean isOne(Failure failure) {
        return switch (failure) {
            case Failure.ClearTextOnTlsPort f -> true;
            case Failure.StartTlsMissing f -> true;
            case Failure.StartTlsRefused f -> true;
            case Failure.InjectedBeforeTls f -> true;
            case Failure.PreAuthenticated f -> true;
            case Failure.TlsTooOld f -> true;
            case Failure.NoCommonCipher f -> true;
            case Failure.CertificateRejected f -> true;
            case Failure.ServerNotProven f -> true;
            case Failure.LoginNotBound f -> true;
            default -> false;
        };
    }
}
