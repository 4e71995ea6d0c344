package org.postern.ui.internal;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.postern.core.MailException;

/** The one place where a failure becomes an {@link IStatus}. */
public final class Problems {

    static final String BUNDLE = "org.postern.ui";

    private Problems() {}

    /**
     * What the workbench shows and logs.
     *
     * @param doing what did not work, for a person
     */
    public static IStatus status(String doing, MailException problem) {
        return new Status(IStatus.ERROR, BUNDLE, doing, problem);
    }

    /** What happened without the user having to know. */
    public static void log(String doing, Throwable problem) {
        ILog.of(Problems.class).log(new Status(IStatus.WARNING, BUNDLE, doing, problem));
    }
}
