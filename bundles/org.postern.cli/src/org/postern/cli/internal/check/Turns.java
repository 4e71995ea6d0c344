package org.postern.cli.internal.check;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One check at a time for each login: many servers let a user have his mail open once only, and a
 * second check beside the first would find it locked. Thread-safe.
 */
final class Turns {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Whoever has it is alone with that login; closed by the thread that took it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until it is this login's turn; where nobody logs in there is nothing to wait for. */
    Turn take(String url, Optional<String> user) {
        if (user.isEmpty()) {
            return () -> {};
        }
        ReentrantLock lock =
                locks.computeIfAbsent(user.get() + " " + url, key -> new ReentrantLock());
        lock.lock();
        return lock::unlock;
    }
}
