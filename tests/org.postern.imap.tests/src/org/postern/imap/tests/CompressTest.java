package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.imap.internal.session.Opening;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Direction;
import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestMail;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** Compression on a real Dovecot: where a link is slow, and only there. */
class CompressTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final int MESSAGES = 150;
    private static final byte[] MESSAGE =
            TestMail.subject("long").text("The same words again and again. ".repeat(400)).bytes();

    private static Dovecot dovecot;

    @BeforeAll
    static void start() throws Exception {
        dovecot =
                Dovecot.with()
                        .setting("protocol imap {\n  mail_plugins = zlib imap_zlib\n}")
                        .start();
        try (RawImap raw = dovecot.raw()) {
            for (int i = 0; i < MESSAGES; i++) {
                raw.append("INBOX", MESSAGE);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        dovecot.close();
    }

    private static LongSupplier clock(Duration step) {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(step.toNanos());
    }

    /** The bodies take a second, and the round trip after them a millisecond. */
    private static LongSupplier near() {
        AtomicLong asked = new AtomicLong();
        return () -> {
            long times = asked.incrementAndGet();
            return times <= 2
                    ? Duration.ofSeconds(times).toNanos()
                    : Duration.ofSeconds(2).plusMillis(times).toNanos();
        };
    }

    private static MailSession open(RecordingProxy proxy, LongSupplier clock) throws Exception {
        return Opening.session(
                Sessions.request(
                        "localhost",
                        proxy.port(),
                        Security.NONE,
                        Sessions.JOE,
                        Duration.ofSeconds(20)),
                Sessions.connector(),
                Limits.DEFAULT,
                clock,
                MONITOR);
    }

    private static List<byte[]> bodies(MailSession session) throws Exception {
        List<RemoteId> ids =
                LongStream.rangeClosed(1, MESSAGES)
                        .mapToObj(uid -> new RemoteId(Long.toString(uid)))
                        .toList();
        List<byte[]> bodies = new ArrayList<>();
        session.bodies("INBOX", ids, (id, bytes) -> bodies.add(bytes.readAllBytes()), MONITOR);
        return bodies;
    }

    @Test
    void aSlowLinkIsCompressedAndTheSessionGoesOn() throws Exception {
        try (RecordingProxy proxy = RecordingProxy.to(dovecot.imapPort()).start();
                MailSession session = open(proxy, clock(Duration.ofSeconds(1)))) {
            List<byte[]> bodies = bodies(session);
            assertEquals(MESSAGES, bodies.size());
            bodies.forEach(body -> assertArrayEquals(MESSAGE, body));
            assertTrue(proxy.recording(Direction.TO_SERVER).text().contains("COMPRESS DEFLATE"));
            int before = proxy.recording(Direction.TO_CLIENT).size();
            assertEquals(MESSAGES, bodies(session).size());
            int after = proxy.recording(Direction.TO_CLIENT).size();
            assertTrue(after - before < MESSAGES * MESSAGE.length / 10, "not compressed");
            HeardChanges heard = new HeardChanges();
            session.changes("INBOX", Optional.empty(), heard, MONITOR);
            assertEquals(MESSAGES, heard.messages.size());
            assertEquals(
                    Set.of(),
                    session.capability(CanWatch.class)
                            .orElseThrow()
                            .watch(List.of("INBOX"), Map.of(), Duration.ofMillis(100), MONITOR));
        }
    }

    @Test
    void aFastOrNearLinkIsLeftAlone() throws Exception {
        for (LongSupplier clock : List.of(clock(Duration.ofMillis(10)), near())) {
            try (RecordingProxy proxy = RecordingProxy.to(dovecot.imapPort()).start();
                    MailSession session = open(proxy, clock)) {
                assertEquals(MESSAGES, bodies(session).size());
                String said = proxy.recording(Direction.TO_SERVER).text();
                assertTrue(said.contains("UID FETCH") && !said.contains("COMPRESS"));
            }
        }
    }
}
