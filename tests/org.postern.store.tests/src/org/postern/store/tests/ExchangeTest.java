package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.NewMessage;
import org.postern.store.PackedMailStore;
import org.postern.store.StoredMailbox;
import org.postern.store.exchange.ExportReport;
import org.postern.store.exchange.FoundMailbox;
import org.postern.store.exchange.FoundMessage;
import org.postern.store.exchange.MailImport;
import org.postern.store.exchange.MaildirExport;
import org.postern.store.exchange.MaildirSource;
import org.postern.store.exchange.MboxExport;
import org.postern.store.exchange.MboxSource;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Mail that leaves the store and comes back is the same, byte for byte. */
class ExchangeTest {

    private static final AccountId LOCAL = new AccountId("local");
    private static final List<String> BODIES =
            List.of(
                    "",
                    "no line end",
                    "A: b\r\n\r\nline\r\nFrom me\r\n>From you\r\n>>From them\r\n\r\nFrom\r\n",
                    "A: b\n\nFrom the start\n\n\n",
                    "From first\n",
                    "A: b\n\nFrom ",
                    "A: b\n\n>",
                    "A: b\n\n\nFro",
                    "X-Postern: length=3; date=2026-01-01T00:00:00Z; flags=\nStatus: O\nX-Status: \n\nx\n",
                    "A: b\r\n\r\n\u00e4\u00f6\u0000\r\r\n.\r\n");

    @TempDir Path folder;
    private PackedMailStore store;

    @BeforeEach
    void open() throws Exception {
        store = PackedMailStore.open(folder.resolve("store"));
        store.reconcile(
                Mail.ACCOUNT,
                List.of(
                        Mail.entry("1", MailboxRole.INBOX, "INBOX"),
                        Mail.entry("2", MailboxRole.NONE, "INBOX", "a/b: \u00fc. 100%"),
                        Mail.entry("3", MailboxRole.NONE, "cur"),
                        Mail.entry("4", MailboxRole.NONE, ".."),
                        Mail.entry("5", MailboxRole.NONE, "%63ur.mbox")));
        for (StoredMailbox mailbox : store.mailboxes(Mail.ACCOUNT)) {
            fill(mailbox.id());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void fill(MailboxId mailbox) throws Exception {
        Random random = new Random(mailbox.value());
        try (MailStore.Batch batch = store.begin(mailbox)) {
            for (int i = 0; i <= BODIES.size(); i++) {
                Set<Flag> flags = EnumSet.noneOf(Flag.class);
                List.of(Flag.values()).stream()
                        .filter(f -> random.nextBoolean())
                        .forEach(flags::add);
                batch.add(Mail.message(i, flags.toArray(Flag[]::new)));
            }
            batch.commit(Optional.of("t"));
        }
        for (int i = 0; i < BODIES.size(); i++) {
            byte[] bytes = BODIES.get(i).getBytes(StandardCharsets.UTF_8);
            store.storeBody(mailbox, Integer.toString(i), new ByteArrayInputStream(bytes));
        }
    }

    @Test
    void bringsMailBackFromMaildirsAsItWas() throws Exception {
        Path out = folder.resolve("out");
        ExportReport report =
                new MaildirExport(store, out).run(Mail.ACCOUNT, new NullProgressMonitor());
        assertEquals(new ExportReport(5 * BODIES.size(), 5), report);
        takeIn(new MaildirSource(out).mailboxes());
    }

    @Test
    void bringsMailBackFromMboxFilesAsItWas() throws Exception {
        Path out = folder.resolve("out");
        ExportReport report =
                new MboxExport(store, out).run(Mail.ACCOUNT, new NullProgressMonitor());
        assertEquals(new ExportReport(5 * BODIES.size(), 5), report);
        takeIn(new MboxSource(out).mailboxes());
    }

    /** Imports twice, as somebody does who is not sure that it worked. */
    private void takeIn(List<FoundMailbox> found) throws Exception {
        assertEquals(5, found.size());
        MailImport taking = new MailImport(store, ExchangeTest::listed);
        assertEquals(5 * BODIES.size(), taking.run(LOCAL, found, new NullProgressMonitor()));
        taking.run(LOCAL, found, new NullProgressMonitor());
        assertEquals(contents(Mail.ACCOUNT), contents(LOCAL));
        assertEquals(List.of(), store.removable(anyOf(LOCAL), Instant.MAX));
        assertTrue(store.verify(new NullProgressMonitor()).sound());
    }

    private MailboxId anyOf(AccountId account) {
        return store.mailboxes(account).getFirst().id();
    }

    /** Of each mailbox the whole messages, with all that is to survive. */
    private TreeMap<String, List<String>> contents(AccountId account) throws Exception {
        TreeMap<String, List<String>> contents = new TreeMap<>();
        for (StoredMailbox mailbox : store.mailboxes(account)) {
            List<String> messages = new ArrayList<>();
            for (MessageRow row : store.rows(mailbox.id())) {
                Optional<InputStream> body = store.open(row.id());
                if (body.isPresent()) {
                    try (InputStream in = body.get()) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        messages.add(row.date() + " " + new TreeSet<>(row.flags()) + " " + text);
                    }
                }
            }
            contents.put(String.join("\0", mailbox.path()), messages);
        }
        return contents;
    }

    @Test
    void writesAnMboxFileThatIsEitherWholeOrNotThere() throws Exception {
        Path file = folder.resolve("inbox.mbox");
        List<StoredMailbox> inbox = store.mailboxes(Mail.ACCOUNT).subList(0, 1);
        NullProgressMonitor impatient = new NullProgressMonitor();
        impatient.setCanceled(true);
        MboxExport export = MboxExport.toFile(store, file);
        assertThrows(OperationCanceledException.class, () -> export.run(inbox, impatient));
        assertFalse(Files.exists(file));
        ExportReport report = export.run(inbox, new NullProgressMonitor());
        assertEquals(BODIES.size(), report.messages());
        assertEquals(BODIES.size(), new MboxSource(file).mailboxes().getFirst().messages().size());
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "the store, and the file without its part");
        }
    }

    private static NewMessage listed(String remoteId, FoundMessage message, byte[] headers) {
        return new NewMessage(
                remoteId,
                message.flags(),
                new MailAddress("", ""),
                "",
                message.received(),
                message.size(),
                false,
                headers);
    }

    @Test
    void readsMboxFilesOfOtherPrograms() throws Exception {
        Path file = folder.resolve("old.mbox");
        String text =
                "From a@b Thu Jan  1 00:00:00 1970\nSubject: one\n\n>From x\nbody\n\n"
                        + "From a@b Thu Jan  1 00:00:00 1970\r\nSubject: two\r\n\r\nfrom here\r\n\r\n";
        Files.writeString(file, text);
        FoundMailbox found = new MboxSource(file).mailboxes().getFirst();
        assertEquals(List.of("old"), found.path());
        assertEquals(2, found.messages().size());
        assertBytes("Subject: one\n\nFrom x\nbody\n", found.messages().get(0));
        assertBytes("Subject: two\r\n\r\nfrom here\r\n", found.messages().get(1));
    }

    private static void assertBytes(String expected, FoundMessage message) throws Exception {
        try (InputStream in = message.bytes().open()) {
            assertArrayEquals(expected.getBytes(StandardCharsets.US_ASCII), in.readAllBytes());
        }
    }
}
