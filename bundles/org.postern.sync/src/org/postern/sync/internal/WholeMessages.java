package org.postern.sync.internal;

import org.postern.core.MailException;
import org.postern.store.MailStore.BodyBatch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The bytes of messages that came whole, until they are committed behind their rows. */
final class WholeMessages {

    private static final int MOST_MESSAGES = 500;
    private static final long MOST_BYTES = 32_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final BodyBatch bodies;
    private final long begun = System.nanoTime();

    WholeMessages(BodyBatch bodies) {
        this.bodies = bodies;
    }

    void take(String remoteId, InputStream bytes) throws IOException, MailException {
        bodies.storeAhead(remoteId, bytes);
    }

    /** Whether it is time: a commit waits for the disk, and somebody waits for the messages. */
    boolean full() {
        return bodies.size() >= MOST_MESSAGES
                || bodies.bytes() >= MOST_BYTES
                || System.nanoTime() - begun > LONGEST.toNanos();
    }

    /** Their rows are there now. */
    void commit() throws MailException {
        try (bodies) {
            bodies.commit();
        }
    }
}
