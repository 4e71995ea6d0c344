package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.AtomicFile;
import org.postern.store.MailStore.Intent;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.StoreChange;
import org.postern.store.StoredMailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All mail of an account: its list of mailboxes and a folder for each of them. */
public final class AccountMail implements AutoCloseable {

    private static final String LIST = "mailboxes";

    private final AccountId account;
    private final Path folder;
    private final Counter counter;
    private final Clock clock;
    private final Consumer<StoreChange> changes;
    private final Map<Long, MailboxFolder> folders = new ConcurrentHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private volatile Map<Long, MailboxEntry> entries = Map.of();

    private AccountMail(
            AccountId account,
            Path folder,
            Counter counter,
            Clock clock,
            Consumer<StoreChange> changes) {
        this.account = account;
        this.folder = folder;
        this.counter = counter;
        this.clock = clock;
        this.changes = changes;
    }

    /** Opens what is there, or begins an account without mailboxes. */
    public static AccountMail open(
            AccountId account,
            Path folder,
            Counter counter,
            Clock clock,
            Consumer<StoreChange> changes)
            throws IOException {
        AtomicFile.privateFolder(folder);
        AtomicFile.removeLeftovers(folder);
        AccountMail mail = new AccountMail(account, folder, counter, clock, changes);
        mail.load();
        return mail;
    }

    private void load() throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return;
        }
        entries = MailboxList.read(list);
        for (Long id : entries.keySet()) {
            load(id);
        }
        removeOthers();
    }

    /** A damaged mailbox is set aside with its bodies, and begins anew from the server. */
    private void load(Long id) throws IOException {
        Path path = folder.resolve(id.toString());
        try {
            folders.put(id, openFolder(id, path));
        } catch (DamagedFile e) {
            Path aside = AtomicFile.setAside(path, "damaged");
            problems.add(Messages.format("mailbox.damaged", path, e.getMessage(), aside));
            folders.put(id, openFolder(id, path));
        }
    }

    private MailboxFolder openFolder(Long id, Path path) throws IOException {
        return MailboxFolder.open(account, new MailboxId(id), path, clock, changes);
    }

    private void removeOthers() throws IOException {
        List<Path> others = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path each : found) {
                String name = each.getFileName().toString();
                if (name.matches("[0-9]{1,18}") && !entries.containsKey(Long.valueOf(name))) {
                    others.add(each);
                }
            }
        }
        for (Path other : others) {
            removeTree(other);
        }
    }

    static void removeTree(Path top) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(top)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** Sentences about what was damaged when it was opened. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public List<StoredMailbox> mailboxes() {
        List<StoredMailbox> all = new ArrayList<>();
        entries.forEach((id, entry) -> mailbox(new MailboxId(id)).ifPresent(all::add));
        return MailboxTree.ordered(all);
    }

    public Optional<StoredMailbox> mailbox(MailboxId id) {
        MailboxEntry entry = entries.get(id.value());
        MailboxFolder mail = folders.get(id.value());
        if (entry == null || mail == null) {
            return Optional.empty();
        }
        return Optional.of(
                new StoredMailbox(
                        id,
                        account,
                        entry.remoteId(),
                        entry.path(),
                        entry.role(),
                        entry.subscribed(),
                        entry.selectable(),
                        mail.state().total(),
                        mail.state().unread()));
    }

    public Optional<MailboxFolder> folder(MailboxId id) {
        return Optional.ofNullable(folders.get(id.value()));
    }

    public Collection<MailboxFolder> folders() {
        return folders.values();
    }

    public List<Intent> intents() {
        return folders.values().stream()
                .flatMap(mailbox -> mailbox.state().intents().stream())
                .sorted(Comparator.comparingLong(Intent::number))
                .toList();
    }

    /** Makes the mailboxes be these. */
    public synchronized void reconcile(List<MailboxEntry> wanted) throws IOException {
        Map<String, Long> known = new HashMap<>();
        entries.forEach((id, entry) -> known.put(entry.remoteId(), id));
        Map<Long, MailboxEntry> next = new LinkedHashMap<>();
        for (MailboxEntry entry : wanted) {
            Long id = known.get(entry.remoteId());
            next.put(id == null ? counter.next() : id, entry);
        }
        if (!next.equals(entries)) {
            replace(next);
        }
    }

    private void replace(Map<Long, MailboxEntry> next) throws IOException {
        for (Long id : next.keySet()) {
            if (!folders.containsKey(id)) {
                folders.put(id, openFolder(id, folder.resolve(id.toString())));
            }
        }
        MailboxList.write(folder.resolve(LIST), next);
        entries = next;
        Set<Long> gone = new HashSet<>(folders.keySet());
        gone.removeAll(next.keySet());
        changes.accept(new StoreChange(account, Optional.empty(), Set.of(), Set.of(), Set.of()));
        for (Long id : gone) {
            folders.remove(id).close();
            removeTree(folder.resolve(id.toString()));
        }
    }

    /** Closes and removes everything. */
    public synchronized void forget() throws IOException {
        close();
        entries = Map.of();
        folders.clear();
        removeTree(folder);
        changes.accept(new StoreChange(account, Optional.empty(), Set.of(), Set.of(), Set.of()));
    }

    @Override
    public void close() throws IOException {
        for (MailboxFolder mailbox : folders.values()) {
            mailbox.close();
        }
    }
}
