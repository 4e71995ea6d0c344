package example.maildir;

import org.postern.core.MailboxRole;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folders of a Maildir and the files in them. Folders below the inbox are named with a leading
 * dot (Maildir++).
 */
final class MaildirFolder {

    static final String INBOX = "INBOX";

    private final Path root;

    MaildirFolder(Path root) {
        this.root = root;
    }

    List<RemoteMailbox> mailboxes() throws IOException {
        RemoteMailbox inbox =
                new RemoteMailbox(INBOX, List.of(INBOX), MailboxRole.INBOX, true, true);
        try (Stream<Path> folders = Files.list(root)) {
            return Stream.concat(
                            Stream.of(inbox),
                            folders.filter(f -> isMailbox(f))
                                    .map(f -> f.getFileName().toString())
                                    .sorted()
                                    .map(MaildirFolder::mailbox))
                    .toList();
        }
    }

    private static boolean isMailbox(Path folder) {
        return folder.getFileName().toString().matches("\\.[^.].*")
                && Files.isDirectory(folder.resolve("cur"));
    }

    private static RemoteMailbox mailbox(String name) {
        return new RemoteMailbox(
                name, List.of(name.substring(1).split("\\.")), MailboxRole.NONE, true, true);
    }

    boolean has(String mailbox) {
        return Files.isDirectory(path(mailbox).resolve("cur"));
    }

    /** The folder of a mailbox that {@link #mailboxes} named; any other name leads nowhere. */
    Path path(String mailbox) {
        return mailbox.matches("\\.[^./][^/]*") ? root.resolve(mailbox) : root;
    }

    /** All messages, oldest first. */
    Map<RemoteId, MaildirEntry> entries(String mailbox) throws IOException {
        Map<RemoteId, MaildirEntry> entries = new LinkedHashMap<>();
        for (String part : List.of("cur", "new")) {
            Path folder = path(mailbox).resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(Files::isRegularFile)
                            .filter(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .matches("[^.\\s/][^\\s/]*"))
                            .map(MaildirEntry::of)
                            .sorted(Comparator.comparing(entry -> entry.id().value()))
                            .forEach(entry -> entries.put(entry.id(), entry));
                }
            }
        }
        return entries;
    }
}
