package org.postern.cli.internal.check;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.account.AccountGlance;
import org.postern.account.DamagedAccount;
import org.postern.cli.DataFolders;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.AccountChoice;
import org.postern.cli.internal.Messages;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.credentials.CredentialStore;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.RungResult;
import org.postern.security.PinFolder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The accounts of somebody whose workbench may be open meanwhile: they are read, and nothing of
 * them is written, locked or made.
 */
final class StoredAccounts {

    private final AccountGlance stored;
    private final CredentialStore credentials;
    private final List<Path> trusted;
    private final Doctors doctors;

    /**
     * @throws MailException when a folder cannot be read
     */
    StoredAccounts(DataFolders folders, Installation installed, CredentialStore credentials)
            throws MailException {
        this.stored = AccountGlance.at(folders.accounts());
        this.credentials = credentials;
        this.trusted = folders.trusted();
        this.doctors = new Doctors(installed, credentials, PinFolder.look(folders.pins()));
    }

    /** Sentences about files that could not be read. */
    List<String> problems() {
        return stored.damaged().stream().map(StoredAccounts::problem).toList();
    }

    private static String problem(DamagedAccount damaged) {
        return Messages.format("Doctor.damaged", damaged.file(), damaged.reason());
    }

    /**
     * The account with that id, or with that name whatever its capitals.
     *
     * @throws WrongUsage when there is none or more than one
     */
    Account find(String wanted) throws WrongUsage {
        return new AccountChoice(stored.accounts()).find(wanted);
    }

    /** Tries it with its stored password. Blocks. */
    CheckResult examine(
            Account account,
            Optional<Duration> timeOut,
            Consumer<RungResult> listener,
            IProgressMonitor monitor) {
        long start = System.nanoTime();
        Look look = new Look();
        Examination examination =
                doctors.doctor(trusted, timeOut)
                        .examine(
                                account,
                                Optional.of(() -> password(account)),
                                look,
                                listener,
                                monitor);
        return CheckResult.of(account.name(), examination, look, start);
    }

    private Secret password(Account account) throws MailException {
        return credentials
                .read(account.id())
                .orElseThrow(() -> new MailException(new Failure.PasswordMissing(account.id())));
    }
}
