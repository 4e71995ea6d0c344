package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.MailException;
import org.postern.testing.RawImap;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** One session of a real Dovecot is told of all mailboxes. */
@ExtendWith(Ways.class)
class DovecotNotifyTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static int round;

    private final Map<String, SyncToken> known = new LinkedHashMap<>();
    private List<String> boxes;

    @BeforeEach
    void makeMailboxes() throws Exception {
        round++;
        boxes = List.of("Notify-" + round, "Notify-&AMQ-" + round, "Notify/Deep-" + round);
        for (String box : boxes) {
            Way.TLS.mailbox(box);
        }
    }

    private void follow(MailSession session) throws MailException {
        for (String box : boxes) {
            Optional<SyncToken> since = Optional.ofNullable(known.get(box));
            known.put(box, session.changes(box, since, new HeardChanges(), MONITOR));
        }
    }

    private Set<String> watch(MailSession session, int millis) throws MailException {
        return session.capability(CanWatch.class)
                .orElseThrow()
                .watch(boxes, known, Duration.ofMillis(millis), MONITOR);
    }

    private Set<String> watchWhile(MailSession session, Callable<?> action) throws Exception {
        CompletableFuture<Void> acting =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                action.call();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        Set<String> changed = watch(session, 20_000);
        acting.get();
        return changed;
    }

    @Test
    void tellsOfAnyMailboxAndOfEachKindOfChange() throws Exception {
        String box = boxes.get(1);
        try (MailSession session = Way.TLS.open();
                RawImap raw = Way.TLS.server().raw()) {
            follow(session);
            assertEquals(Set.of(), watch(session, 100));
            assertEquals(Set.of(box), watchWhile(session, () -> Way.TLS.append(box, "new")));
            follow(session);
            raw.select(box);
            assertEquals(Set.of(box), watchWhile(session, () -> raw.addFlags(1, "\\Seen")));
            follow(session);
            assertEquals(Set.of(box), watchWhile(session, () -> raw.expunge(1)));
            follow(session);
            assertEquals(Set.of(), watch(session, 100));
        }
    }

    @Test
    void whatHappenedBeforehandCountsInAllOfThem() throws Exception {
        try (MailSession session = Way.TLS.open()) {
            follow(session);
            Way.TLS.append(boxes.get(0), "first");
            Way.TLS.append(boxes.get(2), "second");
            assertEquals(Set.of(boxes.get(0), boxes.get(2)), watch(session, 20_000));
        }
    }
}
