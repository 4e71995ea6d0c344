package org.postern.ui.tests.window;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.postern.core.Security;
import org.postern.testing.Dovecot;

import java.nio.file.Files;
import java.nio.file.Path;

/** One life of the program in a process of its own, for {@link RestartTest}. */
public final class RestartDriver implements IApplication {

    static final String ACCOUNT = "Mistaken";

    /** Arguments: the program's folder, where to report to, and the port of a new account or 0. */
    @Override
    public Object start(IApplicationContext context) throws Exception {
        String[] words =
                (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        String report = live(Path.of(words[0]), Integer.parseInt(words[2]));
        Path ready = Path.of(words[1] + ".part");
        Files.writeString(ready, report);
        Files.move(ready, Path.of(words[1]));
        return EXIT_OK;
    }

    /** The report comes when the program has ended. */
    private static String live(Path folder, int port) throws Exception {
        try (Program program = Program.start(folder)) {
            if (port > 0) {
                setUp(program, port);
            }
            return report(program);
        }
    }

    private static void setUp(Program program, int port) {
        program.screen().awaitShell("Welcome");
        program.screen().closeDialogs();
        program.add(ACCOUNT, "imaps", Security.TLS, port, Dovecot.JOE);
    }

    /** What a person sees, once the alert is there. */
    private static String report(Program program) {
        Screen screen = program.screen();
        AlertPage alert = AlertPage.of(screen, ACCOUNT);
        FoldersPage folders = new FoldersPage(screen);
        folders.awaitBadge(ACCOUNT, "offline:");
        screen.picture("restart-" + ProcessHandle.current().pid());
        return folders.badge(ACCOUNT) + "\n" + alert.meaning();
    }

    @Override
    public void stop() {
        // It ends by itself.
    }
}
