package org.postern.imap.internal.response;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A mailbox in the answer to LIST or LSUB (RFC 9051 §7.3.1, RFC 3501 §7.2.3).
 *
 * @param subscription whether it came from LSUB
 * @param attributes in lower case, with their backslash
 * @param delimiter of the hierarchy; empty in a flat one
 * @param name as on the wire, one character a byte
 */
public record MailboxEntry(
        boolean subscription, Set<String> attributes, Optional<Character> delimiter, String name)
        implements Response {

    public MailboxEntry {
        attributes = Set.copyOf(attributes);
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(name, "name");
    }

    public boolean has(String attribute) {
        return attributes.contains(attribute);
    }
}
