package org.postern.ui;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.StatusLineManager;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.services.ISourceProviderService;
import org.postern.store.MessageRow;
import org.postern.ui.internal.MailSources;
import org.postern.ui.internal.ToolBars;
import org.postern.ui.internal.alert.Alerts;
import org.postern.ui.internal.folders.FoldersView;
import org.postern.ui.internal.jobs.RefreshAccount;
import org.postern.ui.internal.list.MessageListView;
import org.postern.ui.internal.settings.NewAccountWizard;

import java.util.Optional;

/** What the application does with the window that our views are in. */
public final class MailWindow {

    private MailWindow() {}

    /**
     * Called once when the first window is open: commands follow its selection, and alerts come up
     * in it.
     *
     * @param line the window's status line, which tells of the connections
     * @param quiet whether alerts wait until the user first touches mouse or keyboard
     */
    public static void opened(IWorkbenchWindow window, IStatusLineManager line, boolean quiet) {
        var sources = window.getService(ISourceProviderService.class);
        if (sources.getSourceProvider(MailSources.MESSAGES) instanceof MailSources ours) {
            ours.follow(window);
        }
        nameStatusLine(line);
        ToolBars.lock(window);
        focus(window);
        Alerts.start(Services.get(), window.getShell().getDisplay(), quiet);
    }

    /** Some view has the focus from the beginning, so that keys and status line work. */
    private static void focus(IWorkbenchWindow window) {
        IWorkbenchPage page = window.getActivePage();
        if (page.getActivePart() == null) {
            Optional.ofNullable(page.findView(MailIds.LIST_VIEW)).ifPresent(page::activate);
        }
    }

    private static void nameStatusLine(IStatusLineManager line) {
        if (line instanceof StatusLineManager manager && manager.getControl() != null) {
            WidgetIds.name(manager.getControl(), WidgetIds.STATUS_TEXT);
        }
    }

    /** Receives the mail of all accounts, on engine threads. */
    public static void receive() {
        Services services = Services.get();
        services.accounts().all().forEach(account -> RefreshAccount.schedule(services, account));
    }

    /** Selects a message, and the mailbox that it lies in. */
    public static void show(IWorkbenchWindow window, MessageRow message) {
        IWorkbenchPage page = window.getActivePage();
        if (page.findView(MailIds.FOLDERS_VIEW) instanceof FoldersView folders) {
            folders.select(message.mailbox());
        }
        if (page.findView(MailIds.LIST_VIEW) instanceof MessageListView list) {
            list.select(message);
        }
    }

    /** Opens the wizard for a new account and waits until it is closed. */
    public static void setUpAccount(IWorkbenchWindow window) {
        NewAccountWizard.open(window.getShell(), Services.get());
    }
}
