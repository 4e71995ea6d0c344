package org.postern.imap.internal.response;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a STATUS told of a mailbox (RFC 9051 §7.3.5).
 *
 * @param mailbox its name as on the wire
 * @param counts what it has how many of, by names in upper case
 */
public record Counted(String mailbox, Map<String, Long> counts) implements Response {

    public Counted {
        Objects.requireNonNull(mailbox, "mailbox");
        counts = Map.copyOf(counts);
    }

    /** One of the counts; empty when it was not told. */
    public OptionalLong count(String name) {
        Long count = counts.get(name);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
