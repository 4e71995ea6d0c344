package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.store.MailboxId;
import org.postern.store.PackedMailStore;
import org.postern.store.PatrolPace;
import org.postern.store.StoreCheck;
import org.postern.store.StoreCheck.DamagedMessage;
import org.postern.store.internal.Setup;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A store that looks after itself while others work with it. */
class PatrolTest {

    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @TempDir Path folder;
    private final BlockingQueue<StoreCheck> news = new LinkedBlockingQueue<>();
    private PackedMailStore store;
    private MailboxId inbox;

    /** Each message has a pack of its own. */
    @BeforeEach
    void open() throws Exception {
        store = PackedMailStore.open(folder, Setup.STANDARD.small(1));
        inbox = Mail.inbox(store);
        Mail.add(store, inbox, "t", 1, 2, 3, 4);
        for (int number = 1; number <= 4; number++) {
            Mail.body(store, inbox, number);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() throws Exception {
        store.close();
        store = PackedMailStore.open(folder, Setup.STANDARD.small(1));
    }

    private void patrol(Duration round) {
        Duration soon = Duration.ofMillis(1);
        store.patrol(new PatrolPace(Duration.ZERO, soon, 1, round), news::add);
    }

    private void damage(int pack) throws Exception {
        Path file = packs().get(pack - 1);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 1);
            int last = bytes.read();
            bytes.seek(bytes.length() - 1);
            bytes.write(last ^ 0x10);
        }
    }

    private List<Path> packs() throws Exception {
        try (var files = Files.list(folder.resolve("packs"))) {
            return files.sorted().toList();
        }
    }

    private String found() throws Exception {
        StoreCheck check = news.poll(20, TimeUnit.SECONDS);
        assertEquals(1, check.damaged().size());
        return check.damaged().getFirst().subject();
    }

    @Test
    void findsDamageByItselfAndHasItFetchedAgain() throws Exception {
        damage(3);
        patrol(FORTNIGHT);
        StoreCheck check = news.poll(20, TimeUnit.SECONDS);
        DamagedMessage message = check.damaged().getFirst();
        assertEquals("Subject 3", message.subject());
        assertTrue(message.refetched());
        assertEquals(List.of("3"), store.incomplete(inbox));
        Mail.body(store, inbox, 3);
        assertTrue(store.verify(new NullProgressMonitor()).sound());
    }

    @Test
    void tellsWhatNoServerHas() throws Exception {
        try (var batch = store.begin(inbox)) {
            batch.keep("2");
            batch.commit(Optional.of("u"));
        }
        damage(2);
        patrol(FORTNIGHT);
        StoreCheck check = news.poll(20, TimeUnit.SECONDS);
        assertTrue(check.losses().getFirst().contains("Subject 2"), check.toString());
    }

    @Test
    void goesOnWhereItStoppedAndComesRoundAgain() throws Exception {
        long third = Long.parseLong(packs().get(2).getFileName().toString().split("-")[1]);
        store.close();
        Files.writeString(folder.resolve("patrol"), Instant.now() + "\n" + third + "\n0\n");
        reopen();
        damage(1);
        damage(4);
        patrol(Duration.ZERO);
        assertEquals("Subject 4", found());
        assertEquals("Subject 1", found());
    }

    @Test
    void takesAFullRoundWhenItsNoteIsDamaged() throws Exception {
        store.close();
        Files.writeString(folder.resolve("patrol"), "nonsense");
        reopen();
        damage(1);
        patrol(FORTNIGHT);
        assertEquals("Subject 1", found());
    }

    @Test
    void readsEachBodyOnceInARoundWhoeverInterruptsIt() throws Exception {
        for (int pack = 1; pack <= 4; pack++) {
            damage(pack);
        }
        List<String> subjects = new ArrayList<>();
        for (int pack = 1; pack <= 4; pack++) {
            patrol(FORTNIGHT);
            subjects.add(found());
            reopen();
            StoreCheck more = news.poll();
            while (more != null) {
                more.damaged().forEach(message -> subjects.add(message.subject()));
                more = news.poll();
            }
            if (subjects.size() == 4) {
                break;
            }
        }
        assertEquals(4, subjects.size(), subjects.toString());
        assertEquals(4, new TreeSet<>(subjects).size(), subjects.toString());
    }
}
