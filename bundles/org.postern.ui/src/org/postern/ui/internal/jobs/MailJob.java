package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.postern.core.MailException;
import org.postern.ui.internal.Problems;

/** Something that the user wants and that may take a while. One class per wish. */
abstract class MailJob extends Job {

    /**
     * @param name what is done, for the progress view
     */
    MailJob(String name) {
        super(name);
        setUser(false);
    }

    /** Does it. Runs on a thread of its own. */
    abstract void work(IProgressMonitor monitor) throws MailException;

    /** What the user hears of a failure; the usual is an error with the job's name. */
    IStatus failed(MailException problem) {
        return Problems.status(getName(), problem);
    }

    @Override
    protected final IStatus run(IProgressMonitor monitor) {
        try {
            work(monitor);
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (MailException e) {
            return failed(e);
        }
    }

    /** For failures that the account's state tells of anyway. */
    static IStatus toldByState() {
        return Status.OK_STATUS;
    }
}
