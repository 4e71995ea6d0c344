package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.ScriptedServer;

import java.util.Arrays;
import java.util.List;

/** A server has something to say to a person (RFC 9051 §7.1). */
@ExtendWith(InWindow.class)
class ServerWordTest {

    private static final String WORDS = "We move at noon & < you > will see https://evil.example";

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();

    @Test
    void whatTheServerSaysUnderTlsIsShownOnceAsItsWords() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK [ALERT] " + WORDS)
                        .expect("{tag} CAPABILITY")
                        .send("* BYE")
                        .forEveryConnection()
                        .start()) {
            program.add("Wordy", "imaps", Security.TLS, server.port(), Dovecot.JOE);
            screen.until(() -> shells().size() == 1, "the server's words are shown");
            screen.picture("server-word");
            assertEquals(
                    List.of(
                            "The server of Wordy wants you to know:\n\n"
                                    + WORDS.replace("&", "&&")),
                    screen.ask(ServerWordTest::said));
            AlertPage.of(screen, "Wordy").close();
            NullProgressMonitor monitor = new NullProgressMonitor();
            assertThrows(
                    MailException.class,
                    () -> program.services().engine().refresh(Program.id("Wordy"), monitor));
            assertEquals(1, screen.ask(ServerWordTest::shells).size());
        }
    }

    private static List<Shell> shells() {
        return Arrays.stream(InWindow.program().screen().display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals("Wordy"))
                .toList();
    }

    private static List<String> said() {
        return shells().stream()
                .flatMap(Screen::controls)
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
