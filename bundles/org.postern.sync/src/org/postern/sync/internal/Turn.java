package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.MailException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** The turn of an account: one piece of work has it at a time, in the order of asking. */
final class Turn {

    private static final long PATIENCE_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile boolean over;

    /** Something that is done while having the turn. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws MailException;
    }

    /**
     * Waits for the turn and keeps it while the task runs.
     *
     * @throws OperationCanceledException when the monitor was cancelled or turns are over
     */
    <T> T take(IProgressMonitor monitor, Task<T> task) throws MailException {
        boolean mine = false;
        while (!mine) {
            mine = isMine(monitor);
        }
        return holding(task);
    }

    /** The same, but after a short wait the task is not run. */
    void tryTo(IProgressMonitor monitor, Task<Void> task) throws MailException {
        if (isMine(monitor)) {
            holding(task);
        }
    }

    /** Waits for the turn whatever happens, also when turns are over. */
    void takeLast(Runnable task) {
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody gets a turn any more. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    private <T> T holding(Task<T> task) throws MailException {
        try {
            return task.run();
        } finally {
            lock.unlock();
        }
    }

    private boolean isMine(IProgressMonitor monitor) {
        if (monitor.isCanceled() || over) {
            throw new OperationCanceledException();
        }
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits for what somebody else does, and fails as that does. */
    static void await(CompletableFuture<Void> work, IProgressMonitor monitor) throws MailException {
        while (!isDone(work)) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
    }

    private static boolean isDone(CompletableFuture<Void> work) throws MailException {
        try {
            work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MailException failure) {
                throw failure;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    private static OperationCanceledException interrupted() {
        Thread.currentThread().interrupt();
        return new OperationCanceledException();
    }
}
