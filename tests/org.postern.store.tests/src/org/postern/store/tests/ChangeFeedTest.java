package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.ChangeFeed.Changes;
import org.postern.store.ChangeFeed.Point;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.UserIntents.Intent;
import org.postern.store.internal.sql.Database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody who follows a store by its feed alone. */
class ChangeFeedTest {

    @TempDir Path folder;

    /** A copy of what can be seen, kept in step by the feed. */
    private static final class Mirror {

        private final Map<MessageId, String> seen = new HashMap<>();
        private final Map<MessageId, MailboxId> homes = new HashMap<>();
        private Point point;

        Mirror(Point point) {
            this.point = point;
        }

        void catchUp(MailStore store, int most) throws MailException {
            Changes changes;
            do {
                changes = store.feed().since(point, most).orElseThrow();
                changes.gone().forEach(gone -> homes.values().removeIf(gone::equals));
                seen.keySet().retainAll(homes.keySet());
                Set<MessageId> both = new HashSet<>(changes.messages());
                assertTrue(changes.flags().stream().noneMatch(both::contains));
                both.addAll(changes.flags());
                both.forEach(id -> look(store, id));
                point = changes.upTo();
            } while (changes.more());
        }

        private void look(MailStore store, MessageId id) {
            Optional<MessageRow> row = store.row(id);
            seen.remove(id);
            homes.remove(id);
            row.ifPresent(
                    there -> {
                        seen.put(id, told(there));
                        homes.put(id, there.mailbox());
                    });
        }
    }

    private static String told(MessageRow row) {
        return row.mailbox() + " " + row.flags() + " " + row.complete();
    }

    private static Map<MessageId, String> all(MailStore store) {
        Map<MessageId, String> all = new HashMap<>();
        store.mailboxes(Mail.ACCOUNT).stream()
                .flatMap(mailbox -> store.rows(mailbox.id()).stream())
                .forEach(row -> all.put(row.id(), told(row)));
        return all;
    }

    @Test
    void whoFollowsSeesWhatTheStoreHasAfterAnything() throws Exception {
        Random random = new Random(11);
        PackedMailStore store = PackedMailStore.open(folder);
        Mirror mirror = new Mirror(store.feed().now());
        List<Intent> open = new ArrayList<>();
        Mail.inbox(store);
        for (int step = 0; step < 1_500; step++) {
            act(store, random, open);
            if (random.nextInt(5) == 0) {
                mirror.catchUp(store, 1 + random.nextInt(20));
                assertEquals(all(store), mirror.seen, "step " + step);
                store.feed().done(mirror.point);
            }
            if (random.nextInt(100) == 0) {
                store.close();
                store = PackedMailStore.open(folder);
            }
        }
        store.forget(Mail.ACCOUNT);
        mirror.catchUp(store, 10);
        assertEquals(Map.of(), mirror.seen);
        store.close();
    }

    private static void act(MailStore store, Random random, List<Intent> open)
            throws MailException, IOException {
        MailboxId mailbox = Mail.named(store, random.nextBoolean() ? "INBOX" : "Archive");
        int number = 1 + random.nextInt(30);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> Mail.add(store, mailbox, "t", number, number + 1);
            case 3, 4 -> Mail.body(store, mailbox, number);
            case 5 -> changed(store, mailbox, number, random.nextInt(6));
            case 6 ->
                    open.add(
                            store.flag(mailbox, some(store, mailbox), Set.of(Flag.SEEN), Set.of()));
            case 7 -> open.add(store.delete(mailbox, some(store, mailbox)));
            case 8 -> end(store, open, random.nextBoolean());
            default -> lists(store, random.nextInt(8));
        }
    }

    private static void changed(MailStore store, MailboxId mailbox, int number, int how)
            throws MailException {
        try (MailStore.Batch batch = store.begin(mailbox)) {
            switch (how) {
                case 0 -> batch.forgetAll();
                case 1 -> batch.keep(Integer.toString(number));
                case 2, 3 -> batch.remove(Integer.toString(number));
                default -> batch.flags(Integer.toString(number), Set.of(Flag.FLAGGED));
            }
            batch.commit(Optional.of("u"));
        }
    }

    private static Set<MessageId> some(MailStore store, MailboxId mailbox) {
        return store.rows(mailbox).stream()
                .limit(1)
                .map(MessageRow::id)
                .collect(Collectors.toSet());
    }

    private static void end(MailStore store, List<Intent> open, boolean settled)
            throws MailException {
        if (!open.isEmpty()) {
            Intent intent = open.removeFirst();
            if (settled) {
                store.settled(intent);
            } else {
                store.backedOut(intent);
            }
        }
    }

    private static void lists(MailStore store, int how) throws MailException {
        if (how == 0) {
            store.reconcile(Mail.ACCOUNT, List.of(Mail.entry("INBOX", MailboxRole.INBOX, "INBOX")));
        }
        Mail.inbox(store);
    }

    @Test
    void doesNotKnowWhatWasForgottenOrNeverWasItsOwn() throws Exception {
        try (PackedMailStore store = PackedMailStore.open(folder)) {
            MailboxId inbox = Mail.inbox(store);
            Point start = store.feed().now();
            Mail.add(store, inbox, "t", 1);
            Point then = store.feed().now();
            assertEquals(1, store.feed().since(start, 9).orElseThrow().messages().size());
            store.feed().done(then);
            assertEquals(Optional.empty(), store.feed().since(start, 9));
            assertTrue(store.feed().since(then, 9).orElseThrow().isEmpty());
            assertEquals(then, store.feed().now());
            Point elsewhere = new Point(then.store() + 1, then.number());
            assertEquals(Optional.empty(), store.feed().since(elsewhere, 9));
            Point future = new Point(then.store(), then.number() + 1_000);
            assertEquals(Optional.empty(), store.feed().since(future, 9));
        }
    }

    @Test
    void listsMessagesInPartsAndHasTheHeadersOfThoseWithoutABody() throws Exception {
        try (PackedMailStore store = PackedMailStore.open(folder)) {
            MailboxId inbox = Mail.inbox(store);
            Mail.add(store, inbox, "t", 1, 2, 3);
            Mail.body(store, inbox, 2);
            List<MessageId> first = store.feed().messages(new MessageId(0), 2);
            List<MessageId> rest = store.feed().messages(first.getLast(), 2);
            assertEquals(2, first.size());
            assertEquals(1, rest.size());
            List<MessageId> bodiless = store.feed().bodiless(new MessageId(0), 9);
            assertEquals(List.of(Mail.id(store, inbox, 1), Mail.id(store, inbox, 3)), bodiless);
            String headers = new String(store.feed().headers(bodiless.getFirst()).orElseThrow());
            assertTrue(headers.startsWith("Subject: Subject 1"));
            assertTrue(store.feed().headers(Mail.id(store, inbox, 2)).isEmpty());
        }
    }

    @Test
    void aStoreOfAnEarlierVersionHasToBeLookedAtAnew() throws Exception {
        try (Database old = Database.openAt(folder.resolve("mail.db"), 2)) {
            old.writer().run("UPDATE counter SET last = 7");
        }
        try (PackedMailStore store = PackedMailStore.open(folder)) {
            Point now = store.feed().now();
            assertEquals(7, now.number());
            assertFalse(store.feed().since(now, 1).isEmpty());
            assertEquals(Optional.empty(), store.feed().since(new Point(now.store(), 0), 1));
        }
    }
}
