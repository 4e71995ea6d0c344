package org.postern.app.internal;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.postern.cli.DataFolders;
import org.postern.core.MailException;
import org.postern.ui.MailWindow;
import org.postern.ui.Services;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What happens around the window: the demo, the first steps of a new user, the first mail. */
final class Session implements AutoCloseable {

    private static final int SET_UP = 0;
    private static final int TRY_DEMO = 1;

    private final Composition composition;
    private final DataFolders folders;
    private final StartOptions options;
    private volatile Optional<Demo> demo = Optional.empty();

    Session(Composition composition, DataFolders folders, StartOptions options) {
        this.composition = composition;
        this.folders = folders;
        this.options = options;
    }

    /** The window is open; everything else happens beside it. */
    void windowOpened(IWorkbenchWindow window, IStatusLineManager line) {
        boolean quiet = options.readyFile().isPresent();
        MailWindow.opened(window, line, quiet);
        options.readyFile().ifPresent(file -> Readiness.watch(window, Services.get(), file));
        new StartMail(this, window, options.demo()).schedule();
    }

    /** Prepares the accounts; not on the user interface's thread. */
    void prepare(boolean wantDemo) throws IOException, MailException {
        if (wantDemo) {
            demo = Optional.of(Demo.start(Services.get(), folders.demo()));
        } else {
            Demo.removeTraces(Services.get(), folders.demo());
        }
    }

    /** Accounts are there, or not: says what is wrong, receives mail, offers the first steps. */
    void prepared(IWorkbenchWindow window) {
        List<String> problems = composition.problems();
        problems.forEach(problem -> ILog.of(Session.class).warn(problem));
        if (!problems.isEmpty() && options.readyFile().isEmpty()) {
            MessageDialog.openWarning(
                    window.getShell(),
                    Messages.get("Problem.title"),
                    String.join("\n\n", problems));
        }
        composition.start();
        if (Services.get().accounts().all().isEmpty()) {
            offerFirstSteps(window);
        } else {
            MailWindow.receive();
        }
    }

    private void offerFirstSteps(IWorkbenchWindow window) {
        int answer =
                MessageDialog.open(
                        MessageDialog.QUESTION,
                        window.getShell(),
                        Messages.get("Welcome.title"),
                        Messages.get("Welcome.text"),
                        SWT.SHEET,
                        Messages.get("Welcome.setUp"),
                        Messages.get("Welcome.demo"),
                        Messages.get("Welcome.later"));
        if (answer == SET_UP) {
            MailWindow.setUpAccount(window);
        } else if (answer == TRY_DEMO) {
            new StartMail(this, window, true).schedule();
        }
    }

    @Override
    public void close() {
        demo.ifPresent(Demo::close);
    }
}
