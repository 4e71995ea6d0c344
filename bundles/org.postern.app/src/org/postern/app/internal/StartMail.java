package org.postern.app.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchWindow;
import org.postern.core.MailException;

import java.io.IOException;

/** Prepares the accounts while the window is already there. */
final class StartMail extends Job {

    private final Session session;
    private final IWorkbenchWindow window;
    private final boolean demo;

    StartMail(Session session, IWorkbenchWindow window, boolean demo) {
        super(Messages.get("StartMail.name"));
        this.session = session;
        this.window = window;
        this.demo = demo;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            session.prepare(demo);
        } catch (IOException | MailException e) {
            return Status.error(Messages.get("StartMail.failed"), e);
        }
        var display = window.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> session.prepared(window));
        }
        return Status.OK_STATUS;
    }
}
