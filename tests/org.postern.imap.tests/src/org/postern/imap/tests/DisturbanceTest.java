package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.Direction;
import org.postern.testing.Dovecot;
import org.postern.testing.ProxySetup;
import org.postern.testing.RawImap;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestMail;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A network that cuts, stalls or dribbles between us and a real Dovecot. */
class DisturbanceTest {

    private static final int MESSAGES = 5;
    private static final int STEP = 173;

    /** A cut within the greeting is the business of the connector. */
    private static final int BEHIND_GREETING = 200;

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static Dovecot dovecot;

    @BeforeAll
    static void start() throws Exception {
        dovecot = Dovecot.start();
        try (RawImap raw = dovecot.raw()) {
            for (byte[] message : TestMail.series(MESSAGES)) {
                raw.append("INBOX", message);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        dovecot.close();
    }

    /** All that a first synchronisation does; gives back the bodies that came whole. */
    private static Set<String> synchronise(RecordingProxy proxy, Duration timeout)
            throws MailException {
        Set<String> bodies = new TreeSet<>();
        try (MailSession session =
                Sessions.open(
                        Sessions.request(
                                proxy.host(),
                                proxy.port(),
                                Security.NONE,
                                Sessions.JOE,
                                timeout))) {
            session.mailboxes(MONITOR);
            HeardChanges heard = new HeardChanges();
            session.changes("INBOX", Optional.empty(), heard, MONITOR);
            List<RemoteId> ids = heard.messages.keySet().stream().map(RemoteId::new).toList();
            session.bodies(
                    "INBOX",
                    ids,
                    (id, bytes) -> {
                        bytes.readAllBytes();
                        bodies.add(id.value());
                    },
                    MONITOR);
        }
        return bodies;
    }

    private static ProxySetup proxy() {
        return RecordingProxy.to(dovecot.host(), dovecot.imapPort());
    }

    @Test
    void byteByByteIsJustSlow() throws Exception {
        try (RecordingProxy proxy = proxy().trickle(Direction.TO_CLIENT, 0).start()) {
            assertEquals(MESSAGES, synchronise(proxy, Duration.ofSeconds(20)).size());
        }
    }

    @Test
    void aLineCutAnywhereIsAFailureOfTheNetwork() throws Exception {
        int length;
        try (RecordingProxy proxy = proxy().start()) {
            assertEquals(MESSAGES, synchronise(proxy, Duration.ofSeconds(20)).size());
            length = proxy.recording(Direction.TO_CLIENT).size();
        }
        assertTrue(length > 10 * STEP);
        for (int offset = BEHIND_GREETING; offset < length - STEP; offset += STEP) {
            try (RecordingProxy proxy = proxy().cut(Direction.TO_CLIENT, offset).start()) {
                MailException failed =
                        assertThrows(
                                MailException.class,
                                () -> synchronise(proxy, Duration.ofSeconds(20)));
                Failure failure = failed.failure();
                assertTrue(
                        failure instanceof Failure.Closed || failure instanceof Failure.Broken,
                        failure::toString);
            }
        }
    }

    @Test
    void aStallInTheMiddleOfABodyIsATimeOut() throws Exception {
        int length;
        try (RecordingProxy proxy = proxy().start()) {
            synchronise(proxy, Duration.ofSeconds(20));
            length = proxy.recording(Direction.TO_CLIENT).size();
        }
        try (RecordingProxy proxy = proxy().stall(Direction.TO_CLIENT, length - 500).start()) {
            MailException failed =
                    assertThrows(
                            MailException.class, () -> synchronise(proxy, Duration.ofSeconds(2)));
            assertInstanceOf(Failure.TimedOut.class, failed.failure());
        }
    }
}
