package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.search.SavedQueries;
import org.postern.search.SavedQuery;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

/** Keeps a search, gives it another name, or forgets it; each can be undone. */
public final class ChangeSearches extends MailJob {

    /** What is to be done to the file. */
    private interface Change {
        void on(SavedQueries all) throws MailException;
    }

    private final Services services;
    private final Change change;

    private ChangeSearches(Services services, Change change) {
        super(Messages.Job_search);
        this.services = services;
        this.change = change;
        setSystem(true);
    }

    private static void start(Services services, Change change) {
        new ChangeSearches(services, change).schedule();
    }

    public static void save(Services services, SavedQuery query) {
        start(services, all -> all.save(query));
        Undo.remember(() -> start(services, all -> all.remove(query.name())));
    }

    public static void remove(Services services, SavedQuery query) {
        start(services, all -> all.remove(query.name()));
        Undo.remember(() -> start(services, all -> all.save(query)));
    }

    /** The new one is safe before the old one goes. */
    public static void rename(Services services, SavedQuery query, String name) {
        start(services, all -> rename(all, query, name));
        SavedQuery renamed = new SavedQuery(name, query.text());
        Undo.remember(() -> start(services, all -> rename(all, renamed, query.name())));
    }

    private static void rename(SavedQueries all, SavedQuery query, String name)
            throws MailException {
        all.save(new SavedQuery(name, query.text()));
        all.remove(query.name());
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        change.on(services.savedQueries());
    }
}
