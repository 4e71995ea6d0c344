package org.postern.bench;

import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.core.MailboxRole;
import org.postern.message.Headers;
import org.postern.store.MailStore;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.NewMessage;
import org.postern.store.PackedMailStore;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The same mail in a store and, for peers, in a Maildir; without any server.
 *
 * @param bytes how large the mail is
 */
record FilledStore(Path store, Path maildir, long bytes) {

    private static final AccountId ID = new AccountId("bench");
    private static final int TOGETHER = 500;

    static FilledStore in(Path folder, MailMaker maker, int messages, boolean forPeers)
            throws Exception {
        Path maildir = folder.resolve("maildir");
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(part));
        }
        long bytes = 0;
        try (PackedMailStore store = PackedMailStore.open(folder.resolve("mail"))) {
            MailboxId inbox = inbox(store);
            for (int from = 0; from < messages; from += TOGETHER) {
                bytes += part(store, inbox, maker, from, Math.min(messages, from + TOGETHER));
            }
        }
        for (int i = 0; forPeers && i < messages; i++) {
            Files.write(maildir.resolve("cur/" + i + ".bench:2,"), maker.message(i));
        }
        return new FilledStore(folder.resolve("mail"), maildir, bytes);
    }

    static MailboxId inbox(MailStore store) throws Exception {
        MailboxEntry entry =
                new MailboxEntry("INBOX", List.of("INBOX"), MailboxRole.INBOX, true, true);
        store.reconcile(ID, List.of(entry));
        return store.mailboxes(ID).getFirst().id();
    }

    static long part(MailStore store, MailboxId inbox, MailMaker maker, int from, int to)
            throws Exception {
        try (MailStore.Batch list = store.begin(inbox)) {
            for (int i = from; i < to; i++) {
                list.add(listed(i, maker.message(i)));
            }
            list.commit(Optional.of("t" + to));
        }
        long bytes = 0;
        try (MailStore.BodyBatch bodies = store.beginBodies(inbox)) {
            for (int i = from; i < to; i++) {
                byte[] message = maker.message(i);
                bytes += message.length;
                bodies.store(Integer.toString(i), new ByteArrayInputStream(message));
            }
            bodies.commit();
        }
        return bytes;
    }

    private static NewMessage listed(int number, byte[] message) {
        Headers headers = Headers.read(message);
        byte[] block = Arrays.copyOf(message, Math.min(message.length, 1_000));
        return new NewMessage(
                Integer.toString(number),
                number % 3 == 0 ? Set.of() : Set.of(Flag.SEEN),
                headers.from().stream().findFirst().orElse(new MailAddress("", "")),
                headers.subject().orElse(""),
                headers.date().orElse(Instant.EPOCH),
                message.length,
                headers.hasAttachmentHint(),
                block);
    }
}
