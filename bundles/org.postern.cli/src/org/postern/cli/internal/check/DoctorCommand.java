package org.postern.cli.internal.check;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.postern.account.Account;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.DataFolders;
import org.postern.cli.ExitCode;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.DefaultData;
import org.postern.cli.internal.Messages;
import org.postern.core.MailException;
import org.postern.credentials.CredentialGlance;
import org.postern.credentials.CredentialStore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code postern doctor}: the same as a check, for an account that is stored. */
public final class DoctorCommand implements Command {

    private final Installation installed;
    private final Function<Path, CredentialStore> secrets;

    /** As the extension makes it: over what is installed. */
    public DoctorCommand() {
        this(Installation.in(RegistryFactory.getRegistry()), CredentialGlance::at);
    }

    /**
     * Over something else.
     *
     * @param secrets opens the folder of passwords
     */
    public DoctorCommand(Installation installed, Function<Path, CredentialStore> secrets) {
        this.installed = installed;
        this.secrets = secrets;
    }

    @Override
    public int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException {
        boolean json = arguments.take("--json");
        Optional<String> seconds = arguments.takeValue("--time-out");
        Optional<Duration> timeOut =
                seconds.isPresent()
                        ? Optional.of(CheckOptions.seconds(seconds.get()))
                        : Optional.empty();
        DataFolders folders = DefaultData.take(arguments);
        List<String> names = arguments.rest();
        if (names.size() != 1) {
            throw new WrongUsage(Messages.format("Doctor.one"));
        }
        try {
            StoredAccounts accounts =
                    new StoredAccounts(folders, installed, secrets.apply(folders.secrets()));
            accounts.problems().forEach(console::error);
            Account account = accounts.find(names.getFirst());
            return json
                    ? answer(accounts, account, timeOut, console, monitor)
                    : story(accounts, account, timeOut, console, monitor);
        } catch (MailException e) {
            console.error(Messages.format("Doctor.folder", folders.root(), e.getMessage()));
            return ExitCode.FAILED;
        }
    }

    private static int answer(
            StoredAccounts accounts,
            Account account,
            Optional<Duration> timeOut,
            Console console,
            IProgressMonitor monitor)
            throws IOException {
        Answer answer = Answer.ofAccount(accounts.examine(account, timeOut, rung -> {}, monitor));
        console.data(answer.line());
        return answer.exit();
    }

    private static int story(
            StoredAccounts accounts,
            Account account,
            Optional<Duration> timeOut,
            Console console,
            IProgressMonitor monitor) {
        Story story = Story.begin(account.name(), console);
        CheckResult result = accounts.examine(account, timeOut, story::rung, monitor);
        story.end(result);
        return result.verdict().exit();
    }
}
