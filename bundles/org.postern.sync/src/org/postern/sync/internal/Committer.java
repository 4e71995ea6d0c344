package org.postern.sync.internal;

import org.postern.core.MailException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Commits in order on a thread of its own, so that those who read from a server need not wait for
 * the disk. They do wait when too much is waiting already. Safe for several threads.
 */
final class Committer implements AutoCloseable {

    private static final int WAITING = 2;

    /** Makes something durable. */
    @FunctionalInterface
    interface Commit {
        void run() throws MailException;
    }

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("Postern engine commits").factory());
    private final Semaphore room = new Semaphore(WAITING);
    private volatile Optional<MailException> failed = Optional.empty();
    private volatile Optional<RuntimeException> broken = Optional.empty();

    /**
     * Hands something over, which is run whatever happens.
     *
     * @throws MailException of something that was handed over before
     */
    void hand(Commit commit) throws MailException {
        room.acquireUninterruptibly();
        thread.execute(() -> run(commit));
        check();
    }

    /** Waits until all that was handed over is durable. */
    void settle() throws MailException {
        CompletableFuture.runAsync(() -> {}, thread).join();
        check();
    }

    private void run(Commit commit) {
        try {
            commit.run();
        } catch (MailException e) {
            failed = failed.or(() -> Optional.of(e));
        } catch (RuntimeException e) {
            broken = broken.or(() -> Optional.of(e));
        } finally {
            room.release();
        }
    }

    private void check() throws MailException {
        if (broken.isPresent()) {
            throw broken.get();
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    /** Waits for what was handed over, and ends. */
    @Override
    public void close() {
        thread.close();
    }
}
