package org.postern.cli.internal.store;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.account.AccountGlance;
import org.postern.account.DamagedAccount;
import org.postern.cli.DataFolders;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.AccountChoice;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Messages;
import org.postern.cli.internal.Progress;
import org.postern.core.MailException;
import org.postern.credentials.CredentialStore;
import org.postern.store.PackedMailStore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What the tasks share: where the mail is, whose it is, and how to tell of it. */
record StoreDesk(
        DataFolders folders,
        Installation installed,
        Function<Path, CredentialStore> secrets,
        Say say,
        IProgressMonitor monitor) {

    /** All accounts; those that cannot be read are told of. */
    AccountChoice accounts() throws MailException {
        AccountGlance glance = AccountGlance.at(folders.accounts());
        for (DamagedAccount damaged : glance.damaged()) {
            say.problem(Messages.format("Doctor.damaged", damaged.file(), damaged.reason()));
        }
        return new AccountChoice(glance.accounts());
    }

    /** Opens the mail that is there. */
    PackedMailStore open() throws MailException, WrongUsage {
        requireMail();
        PackedMailStore store = PackedMailStore.open(folders.mail());
        store.problems().forEach(say::problem);
        return store;
    }

    /** Else a slip of the pen would make an empty store somewhere. */
    void requireMail() throws WrongUsage {
        if (!Files.isDirectory(folders.mail())) {
            throw new WrongUsage(Messages.format("Store.noMail", folders.root()));
        }
    }

    /** Everything that it takes to fetch mail for these accounts. */
    Headless whole(List<Account> chosen) throws MailException {
        return Headless.open(folders, installed, secrets.apply(folders.secrets()), chosen);
    }

    Progress progress(String key) {
        return new Progress(say.console(), Messages.format(key), monitor);
    }
}
