package org.postern.net;

import org.postern.core.Failure;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * The connection ended for a reason that is known better than by an exception's kind: a limit was
 * exceeded, or the server objected to something after the handshake. The streams of a {@link
 * Connection} throw it; a provider passes its {@link #failure()} on as it is.
 */
public final class ConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** A failure that has no other exception as its cause. */
    public ConnectionException(Failure failure) {
        super(failure.toString());
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    public ConnectionException(Failure failure, IOException cause) {
        super(failure.toString(), cause);
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    public Failure failure() {
        return failure;
    }

    /** The failure that an exception or one of its causes carries; TLS wraps what is below it. */
    public static Optional<Failure> in(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ConnectionException known) {
                return Optional.of(known.failure());
            }
        }
        return Optional.empty();
    }
}
