package org.postern.ui.internal;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import java.util.Arrays;
import java.util.Optional;

/** The program's windows. */
public final class Windows {

    private Windows() {}

    /** The window that is in use, or else any; empty while the program ends. */
    public static Optional<IWorkbenchWindow> active() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        return Optional.ofNullable(workbench.getActiveWorkbenchWindow())
                .or(() -> Arrays.stream(workbench.getWorkbenchWindows()).findFirst());
    }
}
