package org.postern.sync.internal;

import org.postern.store.MailStore.BodyBatch;

import java.time.Duration;

/** Says when a batch is to be committed: that waits for the disk, so one for each is too much. */
final class Load {

    private static final int MESSAGES = 200;
    private static final long BYTES = 16_000_000;
    private static final Duration TIME = Duration.ofSeconds(1);

    private long begun;

    void begin() {
        begun = System.nanoTime();
    }

    boolean full(BodyBatch batch) {
        return batch.size() >= MESSAGES
                || batch.bytes() >= BYTES
                || System.nanoTime() - begun > TIME.toNanos();
    }
}
