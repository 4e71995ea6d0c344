package org.postern.store.tests;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.store.ListQuery;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.NewMessage;
import org.postern.store.PackedMailStore;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Measures a store; started by hand, not by the tests. Arguments: an empty folder, how many
 * messages (100000), how many bodies of 57 KB (10000).
 */
final class Timings {

    private static final int BATCH = 1_000;
    private static final int BODY = 57_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path folder;
    private final int messages;
    private final int bodies;
    private final Random random = new Random(1);

    private Timings(Path folder, int messages, int bodies) {
        this.folder = folder;
        this.messages = messages;
        this.bodies = bodies;
    }

    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int bodies = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        new Timings(Path.of(arguments[0]), messages, bodies).run();
    }

    private void run() throws Exception {
        if (!Files.exists(folder.resolve("mail.db"))) {
            try (PackedMailStore store = PackedMailStore.open(folder)) {
                fill(store);
            }
        }
        for (int round = 0; round < 3; round++) {
            look();
        }
    }

    private void fill(PackedMailStore store) throws Exception {
        MailboxId inbox = Mail.inbox(store);
        timed("add " + messages + " messages", () -> add(store, inbox));
        timed("store " + bodies + " bodies of 57 KB", () -> bodies(store, inbox));
        List<MessageId> some = store.page(inbox, 0, BATCH).stream().map(row -> row.id()).toList();
        timed("flag 1000", () -> flags(store, inbox));
        timed(
                "an intent for 1000",
                () -> store.flag(inbox, new HashSet<>(some), Set.of(Flag.SEEN), Set.of()));
    }

    private Object add(MailStore store, MailboxId inbox) throws Exception {
        for (int from = messages; from > 0; from -= BATCH) {
            try (MailStore.Batch batch = store.begin(inbox)) {
                for (int i = from; i > Math.max(0, from - BATCH); i--) {
                    batch.add(message(i));
                }
                batch.commit(Optional.of("t" + from));
            }
        }
        return messages;
    }

    private NewMessage message(int number) {
        String id = "<" + Long.toHexString(random.nextLong()) + "." + number + "@mail.example.org>";
        String headers =
                "From: Some Body <somebody"
                        + number % 997
                        + "@example.org>\r\nTo: me@example.org\r\n"
                        + "Subject: Re: the subject of message "
                        + number
                        + "\r\nMessage-ID: "
                        + id
                        + "\r\nIn-Reply-To: <"
                        + number / 7
                        + "@mail.example.org>\r\nReferences: <"
                        + number / 49
                        + "@mail.example.org>\r\n <"
                        + number / 7
                        + "@mail.example.org>\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"----=_Part_"
                        + number
                        + "\"\r\n\r\n";
        return new NewMessage(
                "1:" + number,
                number % 3 == 0 ? Set.of() : Set.of(Flag.SEEN),
                new MailAddress("Some Body", "somebody" + number % 997 + "@example.org"),
                "Re: the subject of message " + number,
                Instant.ofEpochSecond(1_600_000_000L + number * 60L + random.nextInt(86_400)),
                BODY,
                number % 10 == 0,
                headers.getBytes(StandardCharsets.US_ASCII));
    }

    private Object bodies(MailStore store, MailboxId inbox) throws Exception {
        byte[] body = new byte[BODY];
        random.nextBytes(body);
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            for (int i = 0; i < bodies; i++) {
                body[i % BODY]++;
                batch.store("1:" + (messages - i), new ByteArrayInputStream(body));
                if (batch.size() == 200) {
                    batch.commit();
                }
            }
            batch.commit();
        }
        return bodies;
    }

    private static Object flags(MailStore store, MailboxId inbox) throws Exception {
        try (MailStore.Batch batch = store.begin(inbox)) {
            for (int i = 1; i <= BATCH; i++) {
                batch.flags("1:" + i, Set.of(Flag.SEEN, Flag.FLAGGED));
            }
            batch.commit(Optional.of("flags"));
        }
        return BATCH;
    }

    private void look() throws Exception {
        long start = System.nanoTime();
        try (PackedMailStore store = PackedMailStore.open(folder)) {
            MailboxId inbox = Mail.named(store, "INBOX");
            say("open", start);
            timed("first page", () -> store.page(inbox, 0, 50));
            say("open and first page", start);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println(
                    "  heap " + (runtime.totalMemory() - runtime.freeMemory()) / 1_000 + " KB");
            timed("last page", () -> store.page(inbox, messages - 50, 50));
            timed("200 pages", () -> pages(store, inbox));
            lists(store, ListQuery.newest(List.of(inbox)));
            timed("nothing missing asked", () -> store.missing(Mail.named(store, "Archive")));
            if (messages <= 200_000) {
                timed("all rows", () -> store.rows(inbox));
                timed("all rows again", () -> store.rows(inbox));
            }
        }
    }

    private static void lists(PackedMailStore store, ListQuery all) throws Exception {
        timed("list", () -> list(store, all));
        timed("unread", () -> list(store, all.only(ListQuery.Only.UNREAD)));
        timed("words", () -> list(store, all.words("e 77")));
        for (ListQuery.Order order : ListQuery.Order.values()) {
            timed("list by " + order, () -> list(store, all.sorted(order, true)));
        }
        List<MessageId> some =
                Arrays.stream(list(store, all)).limit(100).mapToObj(MessageId::new).toList();
        timed("100 rows by number", () -> store.rows(some));
    }

    private static long[] list(PackedMailStore store, ListQuery query) {
        return store.list(query, new NullProgressMonitor());
    }

    private Object pages(PackedMailStore store, MailboxId inbox) {
        long worst = 0;
        for (int i = 0; i < 200; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            store.page(inbox, random.nextInt(messages), 50);
            worst = Math.max(worst, THREADS.getCurrentThreadCpuTime() - before);
        }
        System.out.printf("  worst page, cpu %.2f ms%n", worst / 1e6);
        return worst;
    }

    private static void timed(String what, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        long busy = THREADS.getCurrentThreadCpuTime();
        work.call();
        say(what + ", cpu " + (THREADS.getCurrentThreadCpuTime() - busy) / 1_000 + " us", start);
    }

    private static void say(String what, long start) {
        System.out.printf("  %-50s %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
