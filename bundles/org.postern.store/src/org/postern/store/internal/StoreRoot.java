package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.StoreChange;
import org.postern.store.StoreListener;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The store's top folder: lock, format, numbers, and a folder per account. */
public final class StoreRoot implements AutoCloseable {

    private static final String FORMAT = "1";
    private static final Logger LOG = System.getLogger(StoreRoot.class.getName());

    private final Path folder;
    private final Clock clock;
    private final StoreLock lock;
    private final Map<AccountId, AccountMail> accounts = new ConcurrentHashMap<>();
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Counter counter;

    private StoreRoot(Path folder, Clock clock, StoreLock lock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.lock = lock;
        this.counter = Counter.open(folder.resolve("counter"));
    }

    public static StoreRoot open(Path folder, Clock clock) throws MailException {
        try {
            AtomicFile.privateFolder(folder);
            StoreLock lock = StoreLock.take(folder);
            try {
                checkFormat(folder);
                StoreRoot root = new StoreRoot(folder, clock, lock);
                root.load();
                return root;
            } catch (IOException | MailException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failures.opening(folder, e);
        }
    }

    private static void checkFormat(Path folder) throws IOException, MailException {
        AtomicFile.removeLeftovers(folder);
        Path file = folder.resolve("format");
        if (!Files.exists(file)) {
            AtomicFile.write(file, (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        String format = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!format.equals(FORMAT)) {
            String sentence = Messages.format("store.newer", folder, format);
            throw new MailException(new Failure.LocalStorage(sentence, file.toString()));
        }
    }

    private void load() throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, Files::isDirectory)) {
            files.forEach(found::add);
        }
        for (Path each : found) {
            String name = each.getFileName().toString();
            if (name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
                load(new AccountId(name), each);
            }
        }
    }

    private void load(AccountId id, Path path) throws IOException {
        AccountMail mail;
        try {
            mail = openAccount(id);
        } catch (DamagedFile e) {
            Path aside = AtomicFile.setAside(path, "damaged");
            problems.add(Messages.format("account.damaged", path, e.getMessage(), aside));
            mail = openAccount(id);
        }
        problems.addAll(mail.problems());
        accounts.put(id, mail);
    }

    private AccountMail openAccount(AccountId id) throws IOException {
        return AccountMail.open(id, folder.resolve(id.value()), counter, clock, this::announce);
    }

    private void announce(StoreChange change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    public List<StoreListener> listeners() {
        return listeners;
    }

    public Counter counter() {
        return counter;
    }

    public Optional<AccountMail> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public synchronized AccountMail accountOrNew(AccountId id) throws IOException {
        AccountMail mail = accounts.get(id);
        if (mail == null) {
            mail = openAccount(id);
            accounts.put(id, mail);
        }
        return mail;
    }

    /** The account that the mailbox belongs to. */
    public Optional<AccountMail> owner(MailboxId id) {
        return accounts.values().stream().filter(a -> a.folder(id).isPresent()).findFirst();
    }

    public Optional<MailboxFolder> folder(MailboxId id) {
        return owner(id).flatMap(account -> account.folder(id));
    }

    /** The mailbox that the message lies in. */
    public Optional<MailboxFolder> owner(MessageId id) {
        return accounts.values().stream()
                .flatMap(account -> account.folders().stream())
                .filter(folder -> folder.state().entry(id).isPresent())
                .findFirst();
    }

    public synchronized void forget(AccountId id) throws IOException {
        AccountMail mail = accounts.remove(id);
        if (mail != null) {
            mail.forget();
        }
    }

    @Override
    public synchronized void close() {
        try {
            for (AccountMail mail : accounts.values()) {
                mail.close();
            }
            lock.close();
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "closing the store in " + folder, e);
        }
    }
}
