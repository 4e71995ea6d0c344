package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.NewMessage;
import org.postern.store.PackedMailStore;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random work on a store, compared with a simple model, through compactions and restarts. */
class ModelTest {

    @TempDir Path folder;

    @Test
    void agreesWithASimpleModelThroughCompactionsAndRestarts() throws Exception {
        Random random = new Random(7);
        Map<String, Set<Flag>> model = new HashMap<>();
        PackedMailStore store = PackedMailStore.open(folder);
        MailboxId inbox = Mail.inbox(store);
        for (int round = 0; round < 60; round++) {
            try (MailStore.Batch batch = store.begin(inbox)) {
                for (int i = 0; i < 60; i++) {
                    step(random, batch, model);
                }
                batch.commit(Optional.of("t" + round));
            }
            if (round % 10 == 9) {
                store.close();
                store = PackedMailStore.open(folder);
            }
            assertEquals(model, seen(store, inbox), "round " + round);
            assertEquals(Optional.of("t" + round), store.token(inbox));
        }
        assertSorted(store.rows(inbox));
        assertEquals(model.size(), store.mailbox(inbox).orElseThrow().total());
        long unread = model.values().stream().filter(f -> !f.contains(Flag.SEEN)).count();
        assertEquals(unread, store.mailbox(inbox).orElseThrow().unread());
        store.close();
    }

    private static void step(Random random, MailStore.Batch batch, Map<String, Set<Flag>> model) {
        String id = Integer.toString(random.nextInt(500));
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if (random.nextInt(4) == 0) {
                flags.add(flag);
            }
        }
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                batch.add(big(id, flags, random));
                model.put(id, flags);
            }
            case 2 -> {
                batch.flags(id, flags);
                model.computeIfPresent(id, (key, old) -> flags);
            }
            default -> {
                batch.remove(id);
                model.remove(id);
            }
        }
    }

    private static NewMessage big(String id, Set<Flag> flags, Random random) {
        return new NewMessage(
                id,
                flags,
                new MailAddress("", "a@example.org"),
                "s",
                Instant.ofEpochSecond(random.nextInt(1_000)),
                1,
                true,
                new byte[2_000]);
    }

    private static Map<String, Set<Flag>> seen(PackedMailStore store, MailboxId inbox) {
        Map<String, Set<Flag>> seen = new HashMap<>();
        for (MessageRow row : store.rows(inbox)) {
            seen.put(row.remoteId(), new HashSet<>(row.flags()));
        }
        return seen;
    }

    private static void assertSorted(List<MessageRow> rows) {
        List<MessageRow> sorted =
                rows.stream()
                        .sorted(
                                (a, b) -> {
                                    int date = b.date().compareTo(a.date());
                                    return date != 0
                                            ? date
                                            : Long.compare(b.id().value(), a.id().value());
                                })
                        .toList();
        assertEquals(sorted, rows);
    }
}
