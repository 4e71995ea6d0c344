package org.postern.cli.internal.search;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.postern.account.AccountGlance;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.DataFolders;
import org.postern.cli.ExitCode;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.DefaultData;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Messages;
import org.postern.cli.internal.Sentences;
import org.postern.core.MailException;
import org.postern.core.Text;
import org.postern.credentials.CredentialGlance;
import org.postern.credentials.CredentialStore;
import org.postern.search.Hit;
import org.postern.search.MailSearch;
import org.postern.search.Page;
import org.postern.search.Query;
import org.postern.search.QueryError;
import org.postern.store.PackedMailStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** {@code postern search}: finds mail of all accounts. */
public final class SearchCommand implements Command {

    private static final int USUAL = 20;
    private static final int MOST = 10_000;

    private final Installation installed;
    private final Function<Path, CredentialStore> secrets;

    /** As the extension makes it: over what is installed. */
    public SearchCommand() {
        this(Installation.in(RegistryFactory.getRegistry()), CredentialGlance::at);
    }

    /**
     * Over something else.
     *
     * @param secrets opens the folder of passwords; none is read
     */
    public SearchCommand(Installation installed, Function<Path, CredentialStore> secrets) {
        this.installed = installed;
        this.secrets = secrets;
    }

    @Override
    public int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException {
        boolean json = arguments.take("--json");
        int limit = limit(arguments.takeValue("--limit"));
        MailSearch.Order order = order(arguments.takeValue("--order"));
        DataFolders folders = DefaultData.take(arguments);
        Query query = query(String.join(" ", arguments.rest()));
        if (!Files.isDirectory(folders.mail())) {
            throw new WrongUsage(Messages.format("Store.noMail", folders.root()));
        }
        try (Headless whole = open(folders)) {
            Found found = json ? new FoundJson(whole, console) : new FoundStory(whole, console);
            return find(whole, query, order, limit, found, console, monitor);
        } catch (MailException e) {
            console.error(Sentences.of(e.failure()));
            return PackedMailStore.inUse(folders.mail()) ? ExitCode.IN_USE : ExitCode.FAILED;
        }
    }

    private Headless open(DataFolders folders) throws MailException {
        return Headless.open(
                folders,
                installed,
                secrets.apply(folders.secrets()),
                AccountGlance.at(folders.accounts()).accounts());
    }

    /** What came since the index was closed is found as well. */
    private static int find(
            Headless whole,
            Query query,
            MailSearch.Order order,
            int limit,
            Found found,
            Console console,
            IProgressMonitor monitor)
            throws MailException, IOException {
        console.progress(Messages.format("Search.indexing"));
        whole.search().await(monitor);
        console.progress("");
        Page page = whole.search().find(query, order, 0, limit, monitor);
        for (Hit hit : page.hits()) {
            found.hit(hit, whole.search().snippet(query, hit.row().id(), monitor));
        }
        found.end(page);
        return page.total() > 0 ? ExitCode.SOUND : ExitCode.WARNING;
    }

    private static Query query(String text) throws WrongUsage {
        if (text.isBlank()) {
            throw new WrongUsage(Messages.format("Search.nothing"));
        }
        try {
            return Query.parse(text);
        } catch (QueryError e) {
            String mark = " ".repeat(e.from()) + "^".repeat(Math.max(1, e.to() - e.from()));
            throw new WrongUsage(e.getMessage() + "\n  " + Text.visible(text) + "\n  " + mark);
        }
    }

    private static int limit(Optional<String> text) throws WrongUsage {
        if (text.isEmpty()) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(text.get());
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw new WrongUsage(Messages.format("Search.limit", MOST, Text.visible(text.get())));
        }
        throw new WrongUsage(Messages.format("Search.limit", MOST, Text.visible(text.get())));
    }

    private static MailSearch.Order order(Optional<String> text) throws WrongUsage {
        return switch (text.orElse("newest")) {
            case "newest" -> MailSearch.Order.NEWEST;
            case "relevance" -> MailSearch.Order.RELEVANCE;
            default ->
                    throw new WrongUsage(
                            Messages.format("Search.order", Text.visible(text.orElse(""))));
        };
    }
}
