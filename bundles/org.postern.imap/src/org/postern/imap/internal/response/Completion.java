package org.postern.imap.internal.response;

import java.util.Objects;
import java.util.Optional;

/**
 * The end of a command.
 *
 * @param tag the command's
 * @param status OK, NO or BAD
 * @param code in brackets, if there was one
 * @param text for people
 */
public record Completion(String tag, Status status, Optional<ResponseCode> code, String text)
        implements Response {

    public Completion {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    public boolean ok() {
        return status == Status.OK;
    }

    /** Whether the code has that name. */
    public boolean says(String name) {
        return code.filter(c -> c.name().equals(name)).isPresent();
    }
}
