package example.maildir.tests;

import example.maildir.MaildirTransport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.Timeouts;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.contract.MailFixture;
import org.postern.transport.contract.StoredMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Maildir in a temporary folder, written and read as another program would. */
final class MaildirFixture implements MailFixture {

    private static final AccountId ACCOUNT = new AccountId("maildir");
    private static final Map<Character, Flag> LETTERS =
            Map.of(
                    'D',
                    Flag.DRAFT,
                    'F',
                    Flag.FLAGGED,
                    'P',
                    Flag.FORWARDED,
                    'R',
                    Flag.ANSWERED,
                    'S',
                    Flag.SEEN,
                    'T',
                    Flag.DELETED);

    private final Path root;
    private int delivered;

    MaildirFixture() throws IOException {
        root = Files.createTempDirectory("maildir");
        make(root);
        make(root.resolve(".Other"));
    }

    private static void make(Path folder) throws IOException {
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(folder.resolve(part));
        }
    }

    @Override
    public MailSession open(IProgressMonitor monitor) throws MailException {
        OpenRequest request =
                new OpenRequest(
                        ACCOUNT,
                        root.toString(),
                        Optional.empty(),
                        Security.NONE,
                        "",
                        MaildirFixture::noSecret,
                        Timeouts.DEFAULT);
        return new MaildirTransport().open(request, (wanted, m) -> noConnection(), monitor);
    }

    private static Secret noSecret() throws MailException {
        throw new MailException(new Failure.PasswordMissing(ACCOUNT));
    }

    private static Connection noConnection() throws MailException {
        throw new MailException(new Failure.BadSettings("a Maildir needs no connection"));
    }

    @Override
    public String mailbox() {
        return "INBOX";
    }

    @Override
    public Optional<String> otherMailbox() {
        return Optional.of(".Other");
    }

    private Path folder(String mailbox) {
        return mailbox.equals("INBOX") ? root : root.resolve(mailbox);
    }

    @Override
    public void put(String mailbox, byte[] message, Set<Flag> flags) throws IOException {
        String letters =
                LETTERS.entrySet().stream()
                        .filter(e -> flags.contains(e.getValue()))
                        .map(e -> e.getKey().toString())
                        .sorted()
                        .collect(Collectors.joining());
        String name =
                "%010d.fixture".formatted(++delivered) + (flags.isEmpty() ? "" : ":2," + letters);
        Files.write(
                folder(mailbox).resolve(flags.isEmpty() ? "new" : "cur").resolve(name), message);
    }

    @Override
    public List<StoredMail> look(String mailbox) throws IOException {
        List<StoredMail> found = new ArrayList<>();
        for (String part : List.of("cur", "new")) {
            try (Stream<Path> files = Files.list(folder(mailbox).resolve(part))) {
                for (Path file : files.toList()) {
                    found.add(
                            new StoredMail(
                                    part + "/" + file.getFileName(),
                                    Files.readAllBytes(file),
                                    flags(file)));
                }
            }
        }
        return found;
    }

    private static Set<Flag> flags(Path file) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        String name = file.getFileName().toString();
        int info = name.indexOf(":2,");
        LETTERS.forEach(
                (letter, flag) -> {
                    if (info >= 0 && name.indexOf(letter, info + 3) >= 0) {
                        flags.add(flag);
                    }
                });
        return flags;
    }

    @Override
    public void remove(String mailbox, String handle) throws IOException {
        Files.delete(folder(mailbox).resolve(handle));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
