package org.postern.cli.internal.sync;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.postern.account.Account;
import org.postern.account.AccountGlance;
import org.postern.account.DamagedAccount;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.DataFolders;
import org.postern.cli.ExitCode;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.AccountChoice;
import org.postern.cli.internal.DefaultData;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Messages;
import org.postern.cli.internal.Sentences;
import org.postern.cli.internal.check.GivenPassword;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.CredentialGlance;
import org.postern.credentials.CredentialStore;
import org.postern.store.PackedMailStore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code postern sync}: brings the mail of accounts up to date, once or for as long as it runs. */
public final class SyncCommand implements Command {

    private final Installation installed;
    private final Function<Path, CredentialStore> secrets;

    /** As the extension makes it: over what is installed. */
    public SyncCommand() {
        this(Installation.in(RegistryFactory.getRegistry()), CredentialGlance::at);
    }

    /**
     * Over something else.
     *
     * @param secrets opens the folder of passwords
     */
    public SyncCommand(Installation installed, Function<Path, CredentialStore> secrets) {
        this.installed = installed;
        this.secrets = secrets;
    }

    @Override
    public int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException {
        boolean json = arguments.take("--json");
        boolean watch = arguments.take("--watch");
        if (arguments.take("--once") && watch) {
            throw new WrongUsage(Messages.format("Sync.onceOrWatch"));
        }
        boolean given = arguments.take("--password-stdin");
        DataFolders folders = DefaultData.take(arguments);
        List<String> names = arguments.rest();
        Telling telling = json ? new JsonTelling(console) : new StoryTelling(console);
        try {
            List<Account> accounts = accounts(folders, console).some(names);
            if (given && accounts.size() != 1) {
                throw new WrongUsage(Messages.format("Sync.oneForPassword"));
            }
            Optional<Secret> password =
                    given ? Optional.of(GivenPassword.read(console)) : Optional.empty();
            try {
                return run(folders, accounts, password, watch, telling, monitor);
            } finally {
                password.ifPresent(Secret::close);
            }
        } catch (MailException e) {
            boolean busy = PackedMailStore.inUse(folders.mail());
            return telling.refused(
                    busy ? ExitCode.IN_USE : ExitCode.FAILED, Sentences.of(e.failure()));
        }
    }

    private static AccountChoice accounts(DataFolders folders, Console console)
            throws MailException {
        AccountGlance glance = AccountGlance.at(folders.accounts());
        for (DamagedAccount damaged : glance.damaged()) {
            console.error(Messages.format("Doctor.damaged", damaged.file(), damaged.reason()));
        }
        return new AccountChoice(glance.accounts());
    }

    private int run(
            DataFolders folders,
            List<Account> accounts,
            Optional<Secret> password,
            boolean watch,
            Telling telling,
            IProgressMonitor monitor)
            throws MailException, IOException {
        CredentialStore stored = secrets.apply(folders.secrets());
        CredentialStore credentials =
                password.isPresent() ? new OnePassword(password.get(), stored) : stored;
        List<Account> all = watch ? accounts.stream().map(Watching::watched).toList() : accounts;
        try (Headless whole = Headless.open(folders, installed, credentials, all)) {
            whole.store().problems().forEach(telling::problem);
            int exit = new Rounds(whole, all, telling, monitor).run();
            if (watch) {
                new Watching(whole, all, telling, monitor).run();
            } else if (exit != ExitCode.FAILED) { // where the disk is full it would wait long
                whole.search().await(monitor); // what came is found at once by the next search
            }
            return telling.end(exit);
        }
    }
}
