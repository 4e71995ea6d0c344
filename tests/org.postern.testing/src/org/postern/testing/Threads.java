package org.postern.testing;

import java.time.Duration;

/** Waits for threads that are about to end. */
final class Threads {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Threads() {}

    static void join(Thread thread) {
        try {
            if (thread != Thread.currentThread() && !thread.join(LIMIT)) {
                throw new IllegalStateException(thread.getName() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
