package org.postern.account;

import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Accounts that lie in a folder, each in a readable file {@code <id>.account} of its own. The files
 * hold no secret and may be copied to another machine. A file that cannot be read is renamed, never
 * deleted, and does not keep the others from loading.
 */
public final class AccountFolder implements Accounts {

    static final String SUFFIX = ".account";
    private static final Comparator<Account> BY_NAME =
            Comparator.comparing(Account::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(account -> account.id().value());

    private final Path folder;
    private final Map<AccountId, AccountText> texts = new ConcurrentHashMap<>();
    private final List<DamagedAccount> damaged = new ArrayList<>();
    private final List<AccountListener> listeners = new CopyOnWriteArrayList<>();

    private AccountFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all accounts of a folder, which is made when it is not there.
     *
     * @throws MailException with {@link Failure.LocalStorage} when the folder itself cannot be read
     */
    public static AccountFolder open(Path folder) throws MailException {
        AccountFolder accounts = new AccountFolder(folder);
        try {
            AtomicFile.privateFolder(folder);
            AtomicFile.removeLeftovers(folder);
            accounts.load();
            return accounts;
        } catch (IOException e) {
            throw failed(folder.toString(), e);
        }
    }

    private void load() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            found.forEach(files::add);
        }
        files.sort(Comparator.naturalOrder());
        for (Path file : files) {
            load(file);
        }
    }

    private void load(Path file) throws IOException {
        try {
            AccountText text = AccountText.read(Files.readAllBytes(file));
            checkName(file, text.account());
            texts.put(text.account().id(), text);
        } catch (UnreadableAccount e) {
            Path aside = AtomicFile.setAside(file, e.newer() ? "newer" : "damaged");
            damaged.add(new DamagedAccount(aside, e.getMessage()));
        } catch (IOException e) {
            String reason = Messages.format("file.unreadable", e.toString());
            damaged.add(new DamagedAccount(file, reason));
        }
    }

    private static void checkName(Path file, Account account) throws UnreadableAccount {
        String name = file.getFileName().toString();
        if (!name.equals(account.id() + SUFFIX)) {
            throw new UnreadableAccount(
                    Messages.format("file.otherName", name, account.id().value()));
        }
    }

    @Override
    public List<Account> all() {
        return texts.values().stream().map(AccountText::account).sorted(BY_NAME).toList();
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(texts.get(id)).map(AccountText::account);
    }

    @Override
    public void save(Account account) throws MailException {
        Optional<Account> before;
        synchronized (this) {
            before = find(account.id());
            AccountText old = texts.get(account.id());
            AccountText text = new AccountText(account, old == null ? Map.of() : old.unknown());
            try {
                AtomicFile.write(file(account.id()), text.bytes());
            } catch (IOException e) {
                throw failed(Messages.format("save.failed", account.name()), e);
            }
            texts.put(account.id(), text);
        }
        announce(new AccountChange(account.id(), before, Optional.of(account)));
    }

    @Override
    public void remove(AccountId id) throws MailException {
        Optional<Account> before;
        synchronized (this) {
            before = find(id);
            try {
                Files.deleteIfExists(file(id));
                AtomicFile.force(folder);
            } catch (IOException e) {
                throw failed(Messages.format("remove.failed", id), e);
            }
            texts.remove(id);
        }
        if (before.isPresent()) {
            announce(new AccountChange(id, before, Optional.empty()));
        }
    }

    private Path file(AccountId id) {
        return folder.resolve(id + SUFFIX);
    }

    private static MailException failed(String what, IOException e) {
        return new MailException(new Failure.LocalStorage(what, e.toString()), e);
    }

    private void announce(AccountChange change) {
        listeners.forEach(listener -> listener.accountsChanged(change));
    }

    @Override
    public List<DamagedAccount> damaged() {
        return List.copyOf(damaged);
    }

    @Override
    public void addListener(AccountListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(AccountListener listener) {
        listeners.remove(listener);
    }
}
