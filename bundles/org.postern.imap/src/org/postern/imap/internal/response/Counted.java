package org.postern.imap.internal.response;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a STATUS told of a mailbox (RFC 9051 §7.3.5).
 *
 * @param unseen how many messages are unread; empty when it was not told
 */
public record Counted(OptionalLong unseen) implements Response {
    public Counted {
        Objects.requireNonNull(unseen, "unseen");
    }
}
