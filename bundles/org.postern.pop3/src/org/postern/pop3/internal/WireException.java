package org.postern.pop3.internal;

import org.postern.core.Failure;

import java.io.IOException;

/**
 * The connection or the server's words are no good; as an IOException it passes through whoever
 * reads a body.
 */
final class WireException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    WireException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    WireException(Failure failure, IOException cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
