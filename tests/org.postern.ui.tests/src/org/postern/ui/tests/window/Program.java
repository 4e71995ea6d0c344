package org.postern.ui.tests.window;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.Identity;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.app.Workbench;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.testing.Eventually;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;
import org.postern.ui.Appearance;
import org.postern.ui.Services;
import org.postern.ui.internal.jobs.SaveAccount;
import org.postern.ui.internal.preferences.MailPreferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The real program in a real window, on a thread of its own and a folder that is empty at first.
 * One for all tests: the platform does not start a second workbench in the same process cleanly.
 */
final class Program implements AutoCloseable {

    /** Long enough for a busy machine; only a test that fails waits for it. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FutureTask<Integer> run;
    private final Screen screen;

    private Program(FutureTask<Integer> run) {
        this.run = run;
        screen = new Screen(PlatformUI.getWorkbench().getDisplay());
    }

    /** Starts it and waits for its window. The test CA is trusted. */
    static Program start(Path folder) throws IOException, ExecutionException, InterruptedException {
        Path authorities = Files.createDirectories(folder.resolve("authorities"));
        TestCa.shared().writeRoot(authorities.resolve("test.pem"));
        FutureTask<Integer> run = new FutureTask<>(() -> Workbench.run(folder));
        Thread.ofPlatform().daemon().name("UI").start(run);
        Eventually.until(() -> run.isDone() || visible(), PATIENCE, "the window opens");
        if (run.isDone()) {
            throw new AssertionError("The program ended at once with " + run.get());
        }
        return new Program(run);
    }

    private static boolean visible() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return false;
        }
        return Screen.on(
                PlatformUI.getWorkbench().getDisplay(),
                () -> {
                    var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
                    Shell shell = window == null ? null : window.getShell();
                    return shell != null && shell.isVisible();
                });
    }

    Screen screen() {
        return screen;
    }

    /** What it works with, to look behind the window. */
    Services services() {
        return Services.get();
    }

    /** Makes it look as on a dark desktop, or as on a light one. */
    void dark(boolean on) {
        screen.run(
                () -> {
                    MailPreferences.store()
                            .setValue(
                                    MailPreferences.THEME,
                                    on ? MailPreferences.DARK : MailPreferences.LIGHT);
                    Appearance.applyPreferred();
                });
    }

    /** Sets up an account at localhost, as the wizard does when it finishes. */
    void add(String name, String transport, Security security, int port, TestUser user) {
        add(name, settings(transport, "localhost", security, port, user), user);
    }

    /** Sets up an account that never asks for mail by itself. */
    void add(String name, ServerSettings settings, TestUser user) {
        Account account =
                new Account(
                        id(name),
                        name,
                        List.of(Identity.of("Joe Example", "joe@example.com")),
                        settings,
                        new SyncOptions(Optional.empty(), SyncOptions.Removal.NEVER, 14));
        Secret password = Secret.of(user.password().toCharArray());
        SaveAccount.schedule(services(), account, Optional.of(password));
    }

    static AccountId id(String account) {
        return new AccountId(account.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    static ServerSettings settings(
            String transport, String host, Security security, int port, TestUser user) {
        return new ServerSettings(
                transport,
                host,
                Optional.of(new Port(port)),
                user.name(),
                Authentication.PASSWORD,
                security);
    }

    /** Removes all accounts and closes all dialogs, for the next test. */
    void clear() throws MailException {
        for (Account account : services().accounts().all()) {
            services().accounts().remove(account.id());
            services().credentials().forget(account.id());
            services().store().forget(account.id());
        }
        screen.closeDialogs();
    }

    @Override
    public void close() throws ExecutionException, InterruptedException, TimeoutException {
        screen.closeDialogs();
        screen.run(() -> PlatformUI.getWorkbench().close());
        run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
