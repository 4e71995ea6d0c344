package org.postern.core;

import java.util.Objects;

/**
 * Carries a {@link Failure} up to where somebody can do something about it. Its message has no
 * secret.
 */
public final class MailException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public MailException(Failure failure) {
        super(Objects.requireNonNull(failure).toString());
        this.failure = failure;
    }

    /**
     * @param cause kept for the log
     */
    public MailException(Failure failure, Throwable cause) {
        super(Objects.requireNonNull(failure).toString(), cause);
        this.failure = failure;
    }

    /** What was seen. */
    public Failure failure() {
        return failure;
    }
}
