package org.postern.app.internal;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart3;
import org.eclipse.ui.IWorkbenchWindow;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.ui.MailIds;
import org.postern.ui.MailWindow;
import org.postern.ui.Services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Waits until mail is shown, and then says so by a file: all accounts have finished their first
 * round, a message is selected and its body is on screen.
 */
final class Readiness {

    private static final int LOOK_EVERY = 150;

    private final IWorkbenchWindow window;
    private final Services services;
    private final Path file;
    private final Display display;
    private boolean chosen;

    private Readiness(IWorkbenchWindow window, Services services, Path file) {
        this.window = window;
        this.services = services;
        this.file = file;
        display = window.getShell().getDisplay();
    }

    /** Starts waiting; on the user interface's thread. */
    static void watch(IWorkbenchWindow window, Services services, Path file) {
        new Readiness(window, services, file).again();
    }

    private void again() {
        display.timerExec(LOOK_EVERY, this::look);
    }

    private void look() {
        if (window.getShell() == null || window.getShell().isDisposed()) {
            return;
        }
        if (settled() && selected() && shown()) {
            write();
        } else {
            again();
        }
    }

    private boolean settled() {
        boolean all =
                services.accounts().all().stream()
                        .map(account -> services.engine().state(account.id()))
                        .noneMatch(Readiness::onTheWay);
        return all && !services.accounts().all().isEmpty() && services.activities().now().isEmpty();
    }

    private static boolean onTheWay(AccountState state) {
        return state instanceof AccountState.Idle || state instanceof AccountState.Connecting;
    }

    /** Selects a message that is worth a look, once. */
    private boolean selected() {
        if (!chosen) {
            Optional<MessageRow> row = Showcase.of(services);
            row.ifPresent(r -> MailWindow.show(window, r));
            chosen = row.isPresent();
        }
        return chosen;
    }

    private boolean shown() {
        IViewPart view = window.getActivePage().findView(MailIds.READING_VIEW);
        return view instanceof IWorkbenchPart3 part
                && !part.getPartProperty(MailIds.SHOWN_PROPERTY).isEmpty();
    }

    private void write() {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            ILog.of(Readiness.class).error(Messages.format("Readiness.failed", file), e);
        }
    }
}
