package org.postern.imap.internal.response;

import org.postern.core.Flag;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is told of one message (RFC 9051 §7.5.2). Everything may be missing: servers split their
 * answers, and tell of changes by themselves.
 *
 * @param uid its UID
 * @param flags the flags it has
 * @param size RFC822.SIZE
 * @param received INTERNALDATE
 * @param headers the header fields that were asked for, as they came; not copied
 */
public record Fetched(
        OptionalLong uid,
        Optional<Set<Flag>> flags,
        OptionalLong size,
        Optional<Instant> received,
        Optional<byte[]> headers)
        implements Response {

    public Fetched {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(flags, "flags");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(headers, "headers");
    }

    /** Nothing yet. */
    public static Fetched nothing() {
        return new Fetched(
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same without what takes memory. */
    public Fetched withoutHeaders() {
        return new Fetched(uid, flags, size, received, Optional.empty());
    }

    /** This and a later answer about the same message. */
    public Fetched and(Fetched later) {
        return new Fetched(
                later.uid.isPresent() ? later.uid : uid,
                later.flags.or(() -> flags),
                later.size.isPresent() ? later.size : size,
                later.received.or(() -> received),
                later.headers.or(() -> headers));
    }
}
