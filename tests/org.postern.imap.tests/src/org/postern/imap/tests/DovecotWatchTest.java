package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.MailException;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Waiting for news of a real Dovecot, on each {@link Way}. */
@ExtendWith(Ways.class)
class DovecotWatchTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();

    @ParameterizedTest
    @EnumSource
    void watchesWhereTheServerCanTell(Way way) throws Exception {
        String box = way.mailbox("Watches");
        try (MailSession session = way.open()) {
            Optional<CanWatch> watcher = session.capability(CanWatch.class);
            assertEquals(way.knowsUids(), watcher.isPresent());
            if (watcher.isPresent()) {
                SyncToken token =
                        session.changes(box, Optional.empty(), new HeardChanges(), MONITOR);
                assertEquals(Set.of(), watch(watcher.get(), box, token, 100));
                CompletableFuture<Void> arrival =
                        CompletableFuture.runAsync(() -> appendUnchecked(way, box));
                assertEquals(Set.of(box), watch(watcher.get(), box, token, 20_000));
                arrival.get();
                HeardChanges heard = new HeardChanges();
                session.changes(box, Optional.of(token), heard, MONITOR);
                assertEquals(1, heard.messages.size());
            }
        }
    }

    private static Set<String> watch(CanWatch watcher, String box, SyncToken token, int millis)
            throws MailException {
        return watcher.watch(List.of(box), Map.of(box, token), Duration.ofMillis(millis), MONITOR);
    }

    private static void appendUnchecked(Way way, String mailbox) {
        try {
            way.append(mailbox, "while watched");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
