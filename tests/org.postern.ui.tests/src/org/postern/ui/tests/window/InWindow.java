package org.postern.ui.tests.window;

import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postern.testing.Dovecot;
import org.postern.testing.SecretFree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Starts the program before the first test of all and ends it after the last one. */
final class InWindow implements BeforeAllCallback, AfterAllCallback {

    private static Program program;
    private static Path workspace;

    /** The program that runs. */
    static Program program() {
        return program;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(InWindow.class))
                .getOrComputeIfAbsent(Running.class);
    }

    /**
     * Accounts of one class are no concern of the next. Until they go, no file of the workbench
     * holds their password.
     */
    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        SecretFree.assertFolder(workspace, Dovecot.JOE.password());
        program.clear();
    }

    /** From the first test to the last. */
    static final class Running implements AutoCloseable {

        private final Path folder;

        Running() {
            try {
                folder = Files.createTempDirectory("postern");
                workspace = folder;
                program = Program.start(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ExecutionException | InterruptedException e) {
                throw new AssertionError("The program does not start", e);
            }
            acceptTheInvitation(program.screen());
        }

        /** Without an account the program asks what to do; the wizard is one of the ways. */
        private static void acceptTheInvitation(Screen screen) {
            Shell welcome = screen.awaitShell("Welcome");
            screen.picture("welcome");
            new Hand(screen).click(Buttons.in(screen, welcome, "Set up an account"));
            SettingsPage.wizard(screen).press("Cancel").awaitClosed();
        }

        @Override
        public void close() throws Exception {
            program.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
