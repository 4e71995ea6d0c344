package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.Courier;
import org.postern.testing.MailServer;
import org.postern.testing.TestMail;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanGlance;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A real Courier, which has hardly any extension: slower, and as correct. */
class CourierVerbsTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static MailServer server;

    @BeforeAll
    static void start() throws Exception {
        server = Courier.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static MailSession open() throws MailException {
        return Sessions.open(
                Sessions.request(
                        server.host(),
                        server.imapsPort(),
                        Security.TLS,
                        server.user(),
                        Duration.ofSeconds(20)));
    }

    private static String mailbox(String name) throws Exception {
        try (var raw = server.raw()) {
            raw.create("INBOX." + name);
        }
        return "INBOX." + name;
    }

    private static void append(MailSession session, String box, String subject, Flag... flags)
            throws MailException {
        byte[] bytes = TestMail.subject(subject).bytes();
        session.capability(CanAppend.class)
                .orElseThrow()
                .append(
                        box,
                        Set.of(flags),
                        Instant.parse("2024-02-29T10:00:00Z"),
                        bytes.length,
                        new ByteArrayInputStream(bytes),
                        MONITOR);
    }

    private static SyncToken look(
            MailSession session, String box, Optional<SyncToken> since, HeardChanges heard)
            throws MailException {
        return session.changes(box, since, heard, MONITOR);
    }

    @Test
    void appendsCopiesFlagsAndDeletesJustWhatItIsTold() throws Exception {
        String from = mailbox("From");
        String to = mailbox("To");
        try (MailSession session = open()) {
            append(session, from, "one");
            append(session, from, "two", Flag.SEEN);
            append(session, from, "three", Flag.DELETED);
            HeardChanges heard = new HeardChanges();
            SyncToken first = look(session, from, Optional.empty(), heard);
            assertEquals(3, heard.messages.size());
            RemoteId two = new RemoteId(List.copyOf(heard.messages.keySet()).get(1));
            session.capability(CanCopy.class).orElseThrow().copy(from, List.of(two), to, MONITOR);
            session.capability(CanFlag.class)
                    .orElseThrow()
                    .flag(from, List.of(two), Set.of(Flag.FLAGGED), Set.of(Flag.SEEN), MONITOR);
            look(session, from, Optional.of(first), heard);
            assertEquals(Set.of(Flag.FLAGGED), heard.flags.get(two.value()));
            session.capability(CanDelete.class).orElseThrow().delete(from, List.of(two), MONITOR);
            look(session, from, Optional.of(first), heard);
            assertEquals(2, heard.messages.size());
            HeardChanges copied = new HeardChanges();
            look(session, to, Optional.empty(), copied);
            assertEquals(1, copied.messages.size());
            assertBody(session, to, copied, TestMail.subject("two").bytes().length);
        }
    }

    @Test
    void appendsToAMailboxThatItHasJustLookedAt() throws Exception {
        String box = mailbox("Open");
        try (MailSession session = open()) {
            SyncToken first = look(session, box, Optional.empty(), new HeardChanges());
            append(session, box, "one");
            HeardChanges heard = new HeardChanges();
            look(session, box, Optional.of(first), heard);
            assertEquals(1, heard.messages.size());
        }
    }

    private static void assertBody(MailSession session, String box, HeardChanges heard, int size)
            throws MailException {
        List<byte[]> bodies = new ArrayList<>();
        List<RemoteId> ids = heard.messages.keySet().stream().map(RemoteId::new).toList();
        session.bodies(box, ids, (id, bytes) -> bodies.add(bytes.readAllBytes()), MONITOR);
        assertEquals(1, bodies.size());
        assertEquals(size, bodies.getFirst().length);
    }

    @Test
    void aGlanceKnowsWhatItCannotKnow() throws Exception {
        String empty = mailbox("Empty");
        String full = mailbox("Full");
        try (MailSession session = open()) {
            append(session, full, "one");
            Map<String, SyncToken> known =
                    Map.of(
                            empty, look(session, empty, Optional.empty(), new HeardChanges()),
                            full, look(session, full, Optional.empty(), new HeardChanges()));
            CanGlance.Listing seen =
                    session.capability(CanGlance.class).orElseThrow().mailboxes(known, MONITOR);
            assertEquals(Set.of(empty), seen.unchanged());
            assertEquals(session.mailboxes(MONITOR), seen.mailboxes());
        }
    }

    @Test
    void flagsThatAreAsTheyWereAreNotToldAgain() throws Exception {
        String box = mailbox("Flags");
        try (MailSession session = open()) {
            append(session, box, "one", Flag.SEEN);
            append(session, box, "two");
            HeardChanges heard = new HeardChanges();
            SyncToken token = look(session, box, Optional.empty(), heard);
            heard.events.clear();
            assertEquals(token, look(session, box, Optional.of(token), heard));
            assertEquals(List.of(), heard.events);
        }
    }
}
