package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.postern.core.AccountId;
import org.postern.sync.Activity;

/**
 * Something under way: shown on the board and in the caller's monitor, and cancelled by either, or
 * by the engine.
 */
public final class Work extends ProgressMonitorWrapper implements AutoCloseable {

    private final ActivityBoard board;
    private final long number;
    private final AccountId account;
    private volatile boolean stopped;
    private volatile boolean ended;

    Work(ActivityBoard board, long number, AccountId account, IProgressMonitor caller) {
        super(caller);
        this.board = board;
        this.number = number;
        this.account = account;
    }

    /** Tells where it is; {@code total} is 0 when nobody knows. */
    void report(String text, int done, int total) {
        board.put(new Activity(number, account, text, done, total, this::stop));
        subTask(text);
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

    void check() {
        if (isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    @Override
    public void close() {
        ended = true;
        board.remove(number);
    }
}
