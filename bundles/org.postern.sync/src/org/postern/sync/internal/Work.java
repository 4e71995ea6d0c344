package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.postern.core.AccountId;
import org.postern.sync.Activity;
import org.postern.sync.Activity.Kind;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Something under way: shown on the board and in the caller's monitor, and cancelled by either, or
 * by the engine. Several threads may do it and count.
 */
public final class Work extends ProgressMonitorWrapper implements AutoCloseable {

    /** Nobody reads faster than this. */
    private static final long SHOWN_EVERY_NANOS = 100_000_000;

    private final ActivityBoard board;
    private final long number;
    private final Optional<AccountId> account;
    private final AtomicLong shown = new AtomicLong();
    private volatile Optional<Task> task = Optional.empty();
    private volatile boolean stopped;
    private volatile boolean ended;

    Work(ActivityBoard board, long number, Optional<AccountId> account, IProgressMonitor caller) {
        super(caller);
        this.board = board;
        this.number = number;
        this.account = account;
    }

    /** From now on it does this. */
    public Task task(Kind kind) {
        return task(kind, Optional.empty(), 0, 0);
    }

    /**
     * From now on it does this.
     *
     * @param mailbox its name, for people; empty when it is not done in one
     * @param messages how many there are to do; 0 when nobody knows
     * @param bytes how many there are to do; 0 when nobody knows
     */
    public Task task(Kind kind, Optional<String> mailbox, long messages, long bytes) {
        Task next = new Task(this, kind, mailbox, messages, bytes);
        show(next);
        return next;
    }

    /** Shows a task that is gone on with, or that is further now; not more often than is read. */
    void progressed(Task again, boolean complete) {
        if (complete || System.nanoTime() - shown.get() > SHOWN_EVERY_NANOS) {
            show(again);
        }
    }

    private void show(Task now) {
        shown.set(System.nanoTime());
        task = Optional.of(now);
        board.show(this);
        subTask(now.text());
    }

    long number() {
        return number;
    }

    /** What it is doing; empty before it does anything. */
    Optional<Activity> now() {
        return task.map(this::activity);
    }

    private Activity activity(Task now) {
        return new Activity(
                number,
                account,
                now.kind(),
                now.mailbox(),
                now.text(),
                now.messages(),
                now.bytes(),
                this::stop);
    }

    /** Ends it as soon as it notices; from any thread. */
    public void stop() {
        stopped = true;
    }

    @Override
    public boolean isCanceled() {
        return stopped || super.isCanceled();
    }

    boolean ended() {
        return ended;
    }

    public void check() {
        if (isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    @Override
    public void close() {
        ended = true;
        board.remove(this);
    }
}
