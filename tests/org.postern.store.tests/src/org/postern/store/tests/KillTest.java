package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.store.FileMailStore;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The store after the power went at any byte of its journal. */
class KillTest {

    /** All that can be seen of a mailbox. */
    private record Seen(
            List<MessageRow> rows, Optional<String> token, List<MailStore.Intent> intents) {}

    @TempDir Path folder;

    @Test
    void opensWithAConsistentPrefixAfterTheJournalWasCutAnywhere() throws Exception {
        Path root = folder.resolve("store");
        List<Seen> history = history(root);
        byte[] whole = Files.readAllBytes(journal(root));
        int stage = history.size() - 1;
        for (int length = whole.length; length >= 0; length--) {
            cut(root, length);
            Seen seen = look(root);
            while (stage > 0 && !history.get(stage).equals(seen)) {
                stage--;
            }
            assertEquals(history.get(stage), seen, "cut at " + length);
        }
        assertEquals(0, stage);
    }

    @Test
    void goesOnAfterACut() throws Exception {
        Path root = folder.resolve("store");
        history(root);
        cut(root, (int) Files.size(journal(root)) - 3);
        try (FileMailStore store = FileMailStore.open(root)) {
            Mail.add(store, inbox(store), "after", 9);
        }
        Seen seen = look(root);
        assertEquals(Optional.of("after"), seen.token());
        assertTrue(seen.rows().stream().anyMatch(row -> row.remoteId().equals("9")));
    }

    @Test
    void losesNoBodyWhoseRecordIsDamaged() throws Exception {
        Path root = folder.resolve("store");
        history(root);
        try (FileMailStore store = FileMailStore.open(root)) {
            Mail.body(store, inbox(store), 1);
        }
        cut(root, (int) Files.size(journal(root)) - 1);
        look(root);
        look(root);
        try (var walk = Files.walk(root)) {
            Path body = walk.filter(f -> f.toString().endsWith(".eml")).findFirst().orElseThrow();
            assertEquals("unclaimed", body.getParent().getFileName().toString());
            assertEquals("body 1", Files.readString(body));
        }
    }

    @Test
    void noticesEveryByteThatChanged() throws Exception {
        Path root = folder.resolve("store");
        List<Seen> history = history(root);
        byte[] whole = Files.readAllBytes(journal(root));
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] changed = whole.clone();
            changed[8 + random.nextInt(whole.length - 8)] ^= (byte) (1 << random.nextInt(8));
            Files.write(journal(root), changed);
            assertTrue(history.contains(look(root)));
        }
    }

    /** Does one of everything without a body, and remembers what was seen after each step. */
    private static List<Seen> history(Path root) throws Exception {
        List<Seen> history = new ArrayList<>();
        try (FileMailStore store = FileMailStore.open(root)) {
            MailboxId inbox = Mail.inbox(store);
            history.add(look(store));
            Mail.add(store, inbox, "t1", 1, 2, 3);
            history.add(look(store));
            var flag =
                    store.flag(
                            inbox, Set.of(Mail.id(store, inbox, 1)), Set.of(Flag.SEEN), Set.of());
            history.add(look(store));
            var delete = store.delete(inbox, Set.of(Mail.id(store, inbox, 2)));
            history.add(look(store));
            store.settled(flag);
            history.add(look(store));
            store.backedOut(delete);
            history.add(look(store));
            try (MailStore.Batch batch = store.begin(inbox)) {
                batch.remove("3");
                batch.flags("1", Set.of(Flag.FLAGGED));
                batch.commit(Optional.of("t2"));
            }
            history.add(look(store));
        }
        return history;
    }

    private static Seen look(Path root) throws Exception {
        try (FileMailStore store = FileMailStore.open(root)) {
            assertEquals(List.of(), store.problems());
            return look(store);
        }
    }

    private static Seen look(FileMailStore store) {
        MailboxId inbox = inbox(store);
        return new Seen(store.rows(inbox), store.token(inbox), store.intents(Mail.ACCOUNT));
    }

    private static MailboxId inbox(FileMailStore store) {
        return Mail.named(store, "INBOX");
    }

    private static Path journal(Path root) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(file -> file.getFileName().toString().startsWith("journal-"))
                    .max((a, b) -> Long.compare(size(a), size(b)))
                    .orElseThrow();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static void cut(Path root, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(journal(root), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }
}
