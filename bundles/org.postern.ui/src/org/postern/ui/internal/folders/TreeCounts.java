package org.postern.ui.internal.folders;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.postern.core.MailException;
import org.postern.search.Clause;
import org.postern.search.Query;
import org.postern.search.QueryError;
import org.postern.search.SavedQuery;
import org.postern.search.View;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts what no mailbox does, a moment after something changed: messages with a star, and what
 * nobody has read of the searches that were saved.
 */
final class TreeCounts extends Job {

    private static final int MILLISECONDS = 300;
    private static final Query UNREAD = new Query(new Clause.Is(Clause.State.UNREAD));

    private final Services services;
    private final Runnable changed;
    private volatile Map<Object, Integer> counts = Map.of();

    /**
     * @param changed told on the job's thread that there are other numbers
     */
    TreeCounts(Services services, Runnable changed) {
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

    int flagged() {
        return counts.getOrDefault(View.FLAGGED, 0);
    }

    int unread(SavedQuery query) {
        return counts.getOrDefault(query, 0);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Map<Object, Integer> now = count(monitor);
            if (!now.equals(counts)) {
                counts = now;
                changed.run();
            }
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        }
    }

    private Map<Object, Integer> count(IProgressMonitor monitor) {
        Map<Object, Integer> now = new HashMap<>();
        now.put(
                View.FLAGGED,
                services.store().list(Everywhere.query(services, View.FLAGGED), monitor).length);
        for (SavedQuery saved : services.savedQueries().all()) {
            now.put(saved, count(saved, monitor));
        }
        return now;
    }

    /** One that cannot be counted has no number; the list says why when it is opened. */
    private int count(SavedQuery saved, IProgressMonitor monitor) {
        try {
            return (int) services.search().count(saved.query().and(UNREAD), monitor);
        } catch (QueryError | MailException e) {
            return 0;
        }
    }
}
