package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.Direction;
import org.postern.testing.Dovecot;
import org.postern.testing.Passage;
import org.postern.testing.RawImap;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestMail;
import org.postern.transport.CanGlance;
import org.postern.transport.CanGlance.Listing;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How often it waits for a server with 200 mailboxes where nothing changed. */
class RoundTripsTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final int MAILBOXES = 200;

    @ParameterizedTest
    @CsvSource({
        "UNSELECT ENABLE CONDSTORE QRESYNC LIST-EXTENDED LIST-STATUS SPECIAL-USE, 1",
        "UNSELECT ENABLE CONDSTORE QRESYNC LIST-EXTENDED, 3",
        "UNSELECT CONDSTORE, 3"
    })
    void aGlanceAtAllMailboxesTakesFew(String capabilities, int most) throws Exception {
        try (Dovecot dovecot =
                        Dovecot.with()
                                .setting("imap_capability = IMAP4rev1 AUTH=PLAIN " + capabilities)
                                .onlyInbox()
                                .start();
                RecordingProxy proxy = RecordingProxy.to(dovecot.imapPort()).start();
                MailSession session = open(proxy)) {
            fill(dovecot);
            Map<String, SyncToken> known = follow(session);
            int before = proxy.passages().size();
            Listing seen = glance(session, known);
            List<Passage> passed = proxy.passages().subList(before, proxy.passages().size());
            assertEquals(known.keySet(), seen.unchanged());
            assertTrue(turns(passed) <= most, turns(passed) + " round trips");
            assertNothingNewIsCheap(session, proxy, known.get("box-5"));
            dovecot.append("box-77", TestMail.subject("news").bytes());
            Set<String> others = new HashSet<>(known.keySet());
            others.remove("box-77");
            assertEquals(others, glance(session, known).unchanged());
        }
    }

    /** A look at a mailbox in which nothing changed: one round trip, less than 2 KiB in all. */
    private static void assertNothingNewIsCheap(
            MailSession session, RecordingProxy proxy, SyncToken token) throws MailException {
        int before = proxy.passages().size();
        session.changes("box-5", Optional.of(token), new HeardChanges(), MONITOR);
        List<Passage> passed = proxy.passages().subList(before, proxy.passages().size());
        int bytes = passed.stream().mapToInt(passage -> passage.bytes().length).sum();
        assertTrue(bytes < 2048, bytes + " bytes");
        assertEquals(1, turns(passed));
    }

    private static MailSession open(RecordingProxy proxy) throws MailException {
        return Sessions.open(
                Sessions.request(
                        "localhost",
                        proxy.port(),
                        Security.NONE,
                        Sessions.JOE,
                        Duration.ofSeconds(20)));
    }

    private static void fill(Dovecot dovecot) throws Exception {
        try (RawImap raw = dovecot.raw()) {
            for (int i = 1; i < MAILBOXES; i++) {
                raw.command("CREATE box-" + i);
            }
            raw.append("box-5", TestMail.subject("old").bytes());
        }
    }

    private static Map<String, SyncToken> follow(MailSession session) throws MailException {
        Map<String, SyncToken> known = new HashMap<>();
        for (var mailbox : session.mailboxes(MONITOR)) {
            String id = mailbox.id();
            known.put(id, session.changes(id, Optional.empty(), new HeardChanges(), MONITOR));
        }
        assertEquals(MAILBOXES, known.size());
        return known;
    }

    private static Listing glance(MailSession session, Map<String, SyncToken> known)
            throws MailException {
        return session.capability(CanGlance.class).orElseThrow().mailboxes(known, MONITOR);
    }

    /** How often the client said something after the server had spoken. */
    private static int turns(List<Passage> passages) {
        int turns = 0;
        boolean serverSpoke = true;
        for (Passage passage : passages) {
            boolean toServer = passage.direction() == Direction.TO_SERVER;
            turns += toServer && serverSpoke ? 1 : 0;
            serverSpoke = !toServer;
        }
        return turns;
    }
}
