package org.postern.store.tests;

import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.NewMessage;
import org.postern.store.PackedMailStore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mail to fill a store with. */
final class Mail {

    static final AccountId ACCOUNT = new AccountId("a");

    private Mail() {}

    static MailboxEntry entry(String remoteId, MailboxRole role, String... path) {
        return new MailboxEntry(remoteId, List.of(path), role, true, true);
    }

    /** Makes the account have INBOX and Archive. */
    static MailboxId inbox(MailStore store) throws MailException {
        store.reconcile(
                ACCOUNT,
                List.of(
                        entry("Archive", MailboxRole.ARCHIVE, "Archive"),
                        entry("INBOX", MailboxRole.INBOX, "INBOX")));
        return named(store, "INBOX");
    }

    static MailboxId named(MailStore store, String remoteId) {
        return store.mailboxes(ACCOUNT).stream()
                .filter(mailbox -> mailbox.remoteId().equals(remoteId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A message that is as old as its number says: 1 is the oldest. */
    static NewMessage message(int number, Flag... flags) {
        return new NewMessage(
                Integer.toString(number),
                Set.of(flags),
                new MailAddress("Zoë", "zoe@example.org"),
                "Subject " + number,
                Instant.ofEpochSecond(1_700_000_000L + number),
                100,
                false,
                ("Subject: Subject " + number + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static void add(MailStore store, MailboxId mailbox, String token, int... numbers)
            throws MailException {
        try (MailStore.Batch batch = store.begin(mailbox)) {
            Arrays.stream(numbers).forEach(number -> batch.add(message(number)));
            batch.commit(Optional.of(token));
        }
    }

    static void body(MailStore store, MailboxId mailbox, int number)
            throws IOException, MailException {
        byte[] bytes = ("body " + number).getBytes(StandardCharsets.UTF_8);
        store.storeBody(mailbox, Integer.toString(number), new ByteArrayInputStream(bytes));
    }

    static MessageId id(MailStore store, MailboxId mailbox, int number) {
        return row(store, mailbox, number).orElseThrow().id();
    }

    static Optional<MessageRow> row(MailStore store, MailboxId mailbox, int number) {
        return store.rows(mailbox).stream()
                .filter(row -> row.remoteId().equals(Integer.toString(number)))
                .findFirst();
    }

    static List<String> remoteIds(MailStore store, MailboxId mailbox) {
        return store.rows(mailbox).stream().map(MessageRow::remoteId).toList();
    }

    static String text(PackedMailStore store, MessageId id) throws IOException, MailException {
        try (var in = store.open(id).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
