package org.postern.transport;

import org.postern.core.Flag;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A message that a mailbox has, without its body.
 *
 * @param id within the mailbox
 * @param flags set on the server
 * @param size bytes of the whole message as the server tells it; an estimate
 * @param received when the server got it; empty where the protocol does not tell
 * @param headers the raw header block as sent by the server, line ends as they came, without the
 *     empty line; it may hold only the fields that a list needs (From, To, Cc, Reply-To, Subject,
 *     Date, Message-ID, In-Reply-To, References, Content-Type, List-Id). Not copied: neither side
 *     changes it
 */
public record RemoteMessage(
        RemoteId id, Set<Flag> flags, long size, Optional<Instant> received, byte[] headers) {

    public RemoteMessage {
        Objects.requireNonNull(id, "id");
        flags = Set.copyOf(flags);
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(headers, "headers");
    }

    @Override
    public String toString() {
        return "RemoteMessage[" + id + ", " + flags + ", " + size + " bytes]";
    }
}
