package org.postern.store.exchange;

import org.postern.core.Flag;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A message that lies outside of the store.
 *
 * @param name that nothing else in its mailbox has, and that it has again when it is found again
 * @param received when it came, as far as can be told
 * @param bytes opens it
 */
public record FoundMessage(
        String name, Set<Flag> flags, Instant received, long size, Opener bytes) {

    public FoundMessage {
        Objects.requireNonNull(name, "name");
        flags = Set.copyOf(flags);
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** Opens a message; the caller closes the stream. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
