package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.UserIntents;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class PageTest {

    private static final int MESSAGES = 4_500;

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;

    @BeforeEach
    void open() throws MailException {
        store = PackedMailStore.open(folder);
        inbox = Mail.inbox(store);
        Mail.add(store, inbox, "t", IntStream.range(0, MESSAGES).toArray());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesEachPartOfTheList() {
        for (int from : new int[] {0, 1, 999, 1_000, 1_001, 2_999, 4_000, 4_499, 4_500, 9_000}) {
            assertPage(from);
        }
        assertEquals(List.of(), store.page(new MailboxId(4_711), 0, 10));
        assertThrows(IllegalArgumentException.class, () -> store.page(inbox, -1, 10));
    }

    @Test
    void staysInStepWithEveryChange() throws Exception {
        assertPage(4_000);
        Random random = new Random(3);
        for (int round = 0; round < 30; round++) {
            change(random, round);
            for (int i = 0; i < 5; i++) {
                assertPage(random.nextInt(6_000));
            }
        }
    }

    /** Many come at one place, some go from everywhere, the user hides some. */
    private void change(Random random, int round) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            for (int i = 0; i < 400; i++) {
                batch.add(
                        Mail.message(round % 2 == 0 ? 10_000 + round * 400 + i : -i - round * 400));
                batch.remove(Integer.toString(random.nextInt(MESSAGES)));
            }
            batch.commit(Optional.empty());
        }
        MessageRow hidden = store.page(inbox, 2_000, 1).getFirst();
        UserIntents.Intent intent = store.delete(inbox, Set.of(hidden.id()));
        assertPage(1_990);
        if (round % 3 == 0) {
            store.backedOut(intent);
        }
    }

    private void assertPage(int from) {
        List<MessageRow> all = store.rows(inbox);
        int start = Math.min(from, all.size());
        int end = Math.min(all.size(), from + 50);
        assertEquals(all.subList(start, end), store.page(inbox, from, 50), "from " + from);
    }
}
