package org.postern.ui.internal.folders;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.postern.search.View;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

/** Counts the messages with a star, which no mailbox does, a moment after something changed. */
final class FlaggedCount extends Job {

    private static final int MILLISECONDS = 300;

    private final Services services;
    private final Runnable changed;
    private volatile int count;

    /**
     * @param changed told on the job's thread that it is another
     */
    FlaggedCount(Services services, Runnable changed) {
        super(Messages.View_flagged);
        this.services = services;
        this.changed = changed;
        setSystem(true);
        setPriority(DECORATE);
    }

    /** Callable from any thread; never waits. */
    void wish() {
        schedule(MILLISECONDS);
    }

    int count() {
        return count;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            int before = count;
            count = services.store().list(Everywhere.query(services, View.FLAGGED), monitor).length;
            if (count != before) {
                changed.run();
            }
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        }
    }
}
