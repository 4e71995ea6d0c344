package org.postern.cli.internal.store;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.DataFolders;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.DefaultData;
import org.postern.cli.internal.Messages;
import org.postern.core.MailException;
import org.postern.core.Text;
import org.postern.credentials.CredentialGlance;
import org.postern.credentials.CredentialStore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** {@code postern store}: checks, counts, exports and imports the local copy of the mail. */
public final class StoreCommand implements Command {

    /** One of the things that can be done. */
    interface Task {
        /**
         * @return an exit code
         */
        int run(StoreDesk desk, Arguments arguments) throws WrongUsage, IOException, MailException;
    }

    private final Installation installed;
    private final Function<Path, CredentialStore> secrets;

    /** As the extension makes it: over what is installed. */
    public StoreCommand() {
        this(Installation.in(RegistryFactory.getRegistry()), CredentialGlance::at);
    }

    /**
     * Over something else.
     *
     * @param secrets opens the folder of passwords
     */
    public StoreCommand(Installation installed, Function<Path, CredentialStore> secrets) {
        this.installed = installed;
        this.secrets = secrets;
    }

    @Override
    public int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException {
        boolean json = arguments.take("--json");
        String name = arguments.takeWord().orElse("");
        Task task = task(name);
        DataFolders folders = DefaultData.take(arguments);
        Say say = new Say(name, json, console);
        try {
            return task.run(new StoreDesk(folders, installed, secrets, say, monitor), arguments);
        } catch (MailException e) {
            return say.failed(e, folders);
        }
    }

    private static Task task(String name) throws WrongUsage {
        return switch (name) {
            case "verify" -> new VerifyTask();
            case "export" -> new ExportTask();
            case "import" -> new ImportTask();
            case "stats" -> new StatsTask();
            case "" -> throw new WrongUsage(Messages.format("Store.noTask"));
            default -> throw new WrongUsage(Messages.format("Store.task", Text.visible(name)));
        };
    }
}
