package org.postern.imap.internal.response;

import java.util.Objects;
import java.util.Optional;

/**
 * An untagged OK, NO, BAD, BYE or PREAUTH.
 *
 * @param status which of them
 * @param code in brackets, if there was one
 * @param text for people
 */
public record Condition(Status status, Optional<ResponseCode> code, String text)
        implements Response {

    public Condition {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
