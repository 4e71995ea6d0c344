package org.postern.ui;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.services.ISourceProviderService;
import org.postern.ui.internal.MailSources;
import org.postern.ui.internal.alert.Alerts;
import org.postern.ui.internal.settings.NewAccountWizard;

/** What the application does with the window that our views are in. */
public final class MailWindow {

    private MailWindow() {}

    /**
     * Called once when the first window is open: commands follow its selection, and alerts come up
     * in it.
     *
     * @param quiet whether alerts wait until the user first touches mouse or keyboard
     */
    public static void opened(IWorkbenchWindow window, boolean quiet) {
        var sources = window.getService(ISourceProviderService.class);
        if (sources.getSourceProvider(MailSources.MESSAGES) instanceof MailSources ours) {
            ours.follow(window);
        }
        Alerts.start(Services.get(), window.getShell().getDisplay(), quiet);
    }

    /** Opens the wizard for a new account and waits until it is closed. */
    public static void setUpAccount(IWorkbenchWindow window) {
        NewAccountWizard.open(window.getShell(), Services.get());
    }
}
