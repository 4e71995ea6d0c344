package org.postern.store.tests;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.UserIntents.Intent;
import org.postern.store.internal.Setup;
import org.postern.store.internal.Steps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One of everything that can be done to a store, some rounds of it; each act is one commit. */
final class Script {

    static final int ROUNDS = 4;

    /** Something that is done to a store. */
    interface Act {
        void on(PackedMailStore store, MailboxId inbox) throws IOException, MailException;
    }

    /** All that can be seen of an account. */
    record Seen(
            List<MessageRow> rows,
            Optional<String> token,
            List<Intent> intents,
            List<String> missing,
            Map<String, Integer> bodies) {}

    private Script() {}

    /** Packs that are full after a few bodies. */
    static Setup setup(Steps steps) {
        return new Setup(Clock.systemUTC(), steps, 2_000, Duration.ZERO);
    }

    static List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        acts.add((store, inbox) -> Mail.inbox(store));
        for (int round = 0; round < ROUNDS; round++) {
            round(acts, round * 10);
        }
        return acts;
    }

    private static void round(List<Act> acts, int n) {
        acts.add((store, inbox) -> Mail.add(store, inbox, "t" + n, n + 1, n + 2, n + 3, n + 4));
        acts.add((store, inbox) -> bodies(store, inbox, 600, n + 1, n + 2, n + 3));
        acts.add((store, inbox) -> bodies(store, inbox, 600_000 + n, n + 4));
        acts.add((store, inbox) -> store.flag(inbox, ids(store, inbox, n + 1), seen(), Set.of()));
        acts.add((store, inbox) -> store.delete(inbox, ids(store, inbox, n + 2)));
        acts.add((store, inbox) -> store.settled(oldest(store)));
        acts.add((store, inbox) -> store.backedOut(oldest(store)));
        acts.add((store, inbox) -> Mail.add(store, inbox, "u" + n, n + 5, n + 6));
        acts.add((store, inbox) -> bodies(store, inbox, 600, n + 5, n + 6));
        acts.add((store, inbox) -> change(store, inbox, n));
        acts.add((store, inbox) -> store.reclaim(new NullProgressMonitor()));
        acts.add((store, inbox) -> bodies(store, inbox, 700, n + 6));
        acts.add((store, inbox) -> store.verify(new NullProgressMonitor()));
        if (n == 20) {
            acts.add((store, inbox) -> forgetAll(store, inbox));
            acts.add((store, inbox) -> store.reclaim(new NullProgressMonitor()));
        }
    }

    private static void change(MailStore store, MailboxId inbox, int n) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.keep(Integer.toString(n + 1));
            batch.remove(Integer.toString(n + 3));
            batch.remove(Integer.toString(n + 4));
            batch.flags(Integer.toString(n + 2), Set.of(Flag.FLAGGED));
            batch.commit(Optional.of("v" + n));
        }
    }

    private static void forgetAll(MailStore store, MailboxId inbox) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.forgetAll();
            batch.add(Mail.message(2));
            batch.commit(Optional.of("all"));
        }
    }

    private static void bodies(MailStore store, MailboxId inbox, int size, int... numbers)
            throws IOException, MailException {
        try (MailStore.BodyBatch batch = store.beginBodies(inbox)) {
            for (int number : numbers) {
                byte[] bytes = new byte[size];
                Arrays.fill(bytes, (byte) (number / 2));
                batch.store(Integer.toString(number), new ByteArrayInputStream(bytes));
            }
            batch.commit();
        }
    }

    private static Set<MessageId> ids(MailStore store, MailboxId inbox, int... numbers) {
        return Set.copyOf(IntStream.of(numbers).mapToObj(n -> Mail.id(store, inbox, n)).toList());
    }

    private static Set<Flag> seen() {
        return Set.of(Flag.SEEN);
    }

    private static Intent oldest(MailStore store) {
        return store.intents(Mail.ACCOUNT).getFirst();
    }

    /** Where the acts happen; of no account before the first of them. */
    static MailboxId inbox(MailStore store) {
        return store.mailboxes(Mail.ACCOUNT).isEmpty()
                ? new MailboxId(0)
                : Mail.named(store, "INBOX");
    }

    /** Opens a store and looks at everything in it. */
    static Seen look(Path folder, Steps steps) throws IOException, MailException {
        try (PackedMailStore store = PackedMailStore.open(folder, setup(steps))) {
            if (!store.problems().isEmpty()) {
                throw new AssertionError(store.problems());
            }
            return look(store);
        }
    }

    static Seen look(PackedMailStore store) throws IOException, MailException {
        MailboxId inbox = inbox(store);
        Map<String, Integer> bodies = new HashMap<>();
        for (MessageRow row : store.rows(inbox)) {
            Optional<InputStream> body = store.open(row.id());
            if (body.isPresent()) {
                try (InputStream in = body.get()) {
                    bodies.put(row.remoteId(), Arrays.hashCode(in.readAllBytes()));
                }
            }
        }
        return new Seen(
                store.rows(inbox),
                store.token(inbox),
                store.intents(Mail.ACCOUNT),
                store.incomplete(inbox),
                bodies);
    }
}
