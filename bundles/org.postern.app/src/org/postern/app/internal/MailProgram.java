package org.postern.app.internal;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.postern.cli.DataFolders;
import org.postern.core.MailException;
import org.postern.ui.Appearance;
import org.postern.ui.Services;

import java.nio.file.Path;

/** One run of the program on one folder of data: what it works with, its window, its end. */
public final class MailProgram {

    private MailProgram() {}

    /**
     * Opens the window and returns when the user closed it. The calling thread becomes the user
     * interface's.
     *
     * @param folder where accounts, mail and secrets lie; made when it is not there
     * @return the workbench's return code
     * @throws MailException when the folder cannot be used; then no window was opened
     */
    public static int run(Path folder, StartOptions options) throws MailException {
        DataFolders folders = new DataFolders(folder);
        try (Composition composition = Composition.open(folders)) {
            Services.install(composition.services());
            return openWindow(options, new Session(composition, folders, options));
        }
    }

    private static int openWindow(StartOptions options, Session session) {
        Display.setAppName(Messages.get("Window.title"));
        Display display = PlatformUI.createDisplay();
        try (session) {
            Appearance.prepare(options.theme().map(theme -> theme == Theme.DARK));
            return PlatformUI.createAndRunWorkbench(
                    display, new MailWorkbenchAdvisor(options, session));
        } finally {
            display.dispose();
        }
    }
}
