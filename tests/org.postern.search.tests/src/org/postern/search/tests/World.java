package org.postern.search.tests;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.message.Headers;
import org.postern.search.Hit;
import org.postern.search.IndexedMailSearch;
import org.postern.search.MailSearch;
import org.postern.search.MailSearch.Order;
import org.postern.search.Query;
import org.postern.search.QueryError;
import org.postern.search.internal.index.Pace;
import org.postern.store.MailStore;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.NewMessage;
import org.postern.store.PackedMailStore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store with two accounts, and the search over it. */
final class World implements AutoCloseable {

    static final AccountId HOME = new AccountId("home");
    static final AccountId WORK = new AccountId("work");

    final PackedMailStore store;
    private final Path folder;
    private IndexedMailSearch search;

    World(Path folder) throws MailException {
        this(folder, Pace.STANDARD);
    }

    World(Path folder, Pace pace) throws MailException {
        this.folder = folder;
        store = PackedMailStore.open(folder.resolve("mail"));
        store.reconcile(HOME, entries("Archive", "Trash"));
        store.reconcile(WORK, entries("Projects"));
        openSearch(pace);
    }

    private static List<MailboxEntry> entries(String... others) {
        List<MailboxEntry> entries = new ArrayList<>();
        entries.add(new MailboxEntry("INBOX", List.of("INBOX"), MailboxRole.INBOX, true, true));
        for (String name : others) {
            MailboxRole role =
                    switch (name) {
                        case "Archive" -> MailboxRole.ARCHIVE;
                        case "Trash" -> MailboxRole.TRASH;
                        default -> MailboxRole.NONE;
                    };
            entries.add(new MailboxEntry(name, List.of("Old", name), role, true, true));
        }
        return entries;
    }

    Path index() {
        return folder.resolve("index");
    }

    void openSearch(Pace pace) throws MailException {
        var accounts =
                new FakeAccounts(
                        List.of(
                                FakeAccounts.account("home", "At home", "zoe@example.org"),
                                FakeAccounts.account("work", "The office", "z@corp.example")));
        search = IndexedMailSearch.open(store, accounts, index(), pace);
    }

    MailSearch search() {
        return search;
    }

    MailboxId mailbox(AccountId account, String remoteId) {
        return store.mailboxes(account).stream()
                .filter(mailbox -> mailbox.remoteId().equals(remoteId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    MailboxId inbox() {
        return mailbox(HOME, "INBOX");
    }

    /** Puts a message in whose header block and body are given as text. */
    void put(String remoteId, String mail) throws MailException, IOException {
        put(inbox(), remoteId, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void put(MailboxId mailbox, String remoteId, byte[] mail) throws MailException, IOException {
        list(store, mailbox, remoteId, mail);
        store.storeBody(mailbox, remoteId, new ByteArrayInputStream(mail));
    }

    /** Puts a message in without its body. */
    static void list(MailStore store, MailboxId mailbox, String remoteId, byte[] mail)
            throws MailException {
        Headers headers = Headers.read(mail);
        try (MailStore.Batch batch = store.begin(mailbox)) {
            batch.add(
                    new NewMessage(
                            remoteId,
                            Set.of(),
                            headers.from().stream().findFirst().orElse(new MailAddress("", "")),
                            headers.subject().orElse(""),
                            headers.date().orElse(Instant.EPOCH),
                            mail.length,
                            headers.hasAttachmentHint(),
                            block(mail)));
            batch.commit(Optional.of("t"));
        }
    }

    private static byte[] block(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return text.substring(0, end < 0 ? text.length() : end + 2)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    void flag(MailboxId mailbox, String remoteId, Flag... flags) throws MailException {
        try (MailStore.Batch batch = store.begin(mailbox)) {
            batch.flags(remoteId, Set.of(flags));
            batch.commit(Optional.of("u"));
        }
    }

    void remove(MailboxId mailbox, String remoteId) throws MailException {
        try (MailStore.Batch batch = store.begin(mailbox)) {
            batch.remove(remoteId);
            batch.commit(Optional.of("v"));
        }
    }

    /** The remote ids of what is found when all is indexed, newest first. */
    List<String> find(String query) throws MailException, QueryError {
        return find(Query.parse(query), Order.NEWEST);
    }

    List<String> find(Query query, Order order) throws MailException {
        search.await(new NullProgressMonitor());
        return search.find(query, order, 0, 10_000, new NullProgressMonitor()).hits().stream()
                .map(Hit::row)
                .map(row -> row.remoteId())
                .toList();
    }

    void closeSearch() {
        search.close();
    }

    @Override
    public void close() {
        search.close();
        store.close();
    }
}
