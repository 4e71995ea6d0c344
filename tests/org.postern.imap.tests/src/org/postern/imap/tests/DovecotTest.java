package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.TestMail;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanMove;
import org.postern.transport.CanWatch;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Everything on a real Dovecot: over each way of protection, with all extensions and with none. */
class DovecotTest {

    private static final String BARE = "IMAP4rev1 AUTH=PLAIN STARTTLS";
    private static final IProgressMonitor MONITOR = new NullProgressMonitor();

    private static final Map<Way, Dovecot> SERVERS = new HashMap<>();

    /** A way to meet the server. */
    enum Way {
        CLEAR(Security.NONE, ""),
        STARTTLS(Security.STARTTLS, ""),
        TLS(Security.TLS, ""),
        CONDSTORE_ONLY(Security.TLS, BARE + " ENABLE CONDSTORE ESEARCH UIDPLUS IDLE LITERAL+"),
        NO_EXTENSION(Security.TLS, BARE);

        final Security security;
        final String capabilities;

        Way(Security security, String capabilities) {
            this.security = security;
            this.capabilities = capabilities;
        }

        boolean knowsUids() {
            return this != NO_EXTENSION;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        for (Way way : Way.values()) {
            var setup = Dovecot.with().mailbox("Projects/Äpfel").mailbox("Target");
            if (!way.capabilities.isEmpty()) {
                setup.setting("imap_capability = " + way.capabilities);
            }
            SERVERS.put(way, setup.start());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (Dovecot each : SERVERS.values()) {
            each.close();
        }
        SERVERS.clear();
    }

    private static MailSession open(Way way) throws MailException {
        return Sessions.open(SERVERS.get(way), way.security);
    }

    /** An empty mailbox of its own for a test. */
    private static String mailbox(Way way, String name) throws Exception {
        try (RawImap raw = SERVERS.get(way).raw()) {
            raw.create(name);
        }
        return name;
    }

    private static long append(Way way, String mailbox, String subject, String... flags)
            throws Exception {
        return SERVERS.get(way).append(mailbox, TestMail.subject(subject).bytes(), flags);
    }

    @ParameterizedTest
    @EnumSource
    void isProtectedAsAsked(Way way) throws Exception {
        try (MailSession session = open(way)) {
            assertEquals(way.security, session.posture().orElseThrow().security());
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsMailboxesWithTheirRoles(Way way) throws Exception {
        try (MailSession session = open(way)) {
            List<RemoteMailbox> all = session.mailboxes(MONITOR);
            assertEquals(MailboxRole.INBOX, named(all, "INBOX").role());
            assertEquals(MailboxRole.SENT, named(all, "Sent").role());
            assertEquals(MailboxRole.JUNK, named(all, "Junk").role());
            RemoteMailbox apples = named(all, "Projects/&AMQ-pfel");
            assertEquals(List.of("Projects", "Äpfel"), apples.path());
            assertTrue(apples.subscribed() && apples.selectable());
        }
    }

    private static RemoteMailbox named(List<RemoteMailbox> all, String id) {
        return all.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void tellsEverythingOnceNewestFirstAndThenNothing(Way way) throws Exception {
        String box = mailbox(way, "Once");
        append(way, box, "first", "\\Seen");
        long second = append(way, box, "second", "\\Flagged", "$Forwarded");
        try (MailSession session = open(way)) {
            HeardChanges heard = new HeardChanges();
            SyncToken token = session.changes(box, Optional.empty(), heard, MONITOR);
            assertEquals(2, heard.messages.size());
            String id = Long.toString(second);
            assertEquals(Set.of(Flag.FLAGGED, Flag.FORWARDED), heard.flags.get(id));
            assertTrue(heard.headers(id).contains("Subject: second\r\n"));
            assertTrue(
                    heard.headers(id).endsWith("\r\n") && !heard.headers(id).endsWith("\r\n\r\n"));
            assertEquals(TestMail.subject("second").bytes().length, heard.messages.get(id).size());
            assertTrue(heard.messages.get(id).received().isPresent());

            HeardChanges again = new HeardChanges();
            assertEquals(token, session.changes(box, Optional.of(token), again, MONITOR));
            assertEquals(List.of(), again.events.stream().filter(DovecotTest::isNews).toList());
        }
    }

    /** Without CONDSTORE flags are told that did not change, as the contract allows. */
    private static boolean isNews(String event) {
        return !event.startsWith("flags");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatChangedSince(Way way) throws Exception {
        String box = mailbox(way, "Since");
        long flagged = append(way, box, "flagged");
        long expunged = append(way, box, "expunged");
        append(way, box, "kept");
        HeardChanges heard = new HeardChanges();
        SyncToken token;
        try (MailSession session = open(way)) {
            token = session.changes(box, Optional.empty(), heard, MONITOR);
        }
        try (RawImap raw = SERVERS.get(way).raw()) {
            raw.select(box).addFlags(flagged, "\\Answered").expunge(expunged);
        }
        long arrived = append(way, box, "arrived");
        try (MailSession session = open(way)) {
            HeardChanges later = new HeardChanges();
            session.changes(box, Optional.of(token), later, MONITOR);
            assertEquals(Set.of(Flag.ANSWERED), later.flags.get(Long.toString(flagged)));
            assertTrue(later.events.contains("vanished " + expunged));
            assertTrue(later.events.contains("added " + arrived));
            assertEquals(2, later.events.stream().filter(DovecotTest::isNews).count());
            assertFalse(later.events.contains("forgotten"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAMailboxThatWasMadeAnew(Way way) throws Exception {
        String box = mailbox(way, "Anew");
        append(way, box, "old");
        try (MailSession session = open(way)) {
            SyncToken token = session.changes(box, Optional.empty(), new HeardChanges(), MONITOR);
            SERVERS.get(way).doveadm("mailbox", "update", "-u", "joe", "--uid-validity", "77", box);
            HeardChanges heard = new HeardChanges();
            session.changes(box, Optional.of(token), heard, MONITOR);
            assertEquals("forgotten", heard.events.getFirst());
            assertEquals(1, heard.messages.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfSomebodyElseIsAsGoodAsNone(Way way) throws Exception {
        String box = mailbox(way, "Garbage");
        append(way, box, "one");
        try (MailSession session = open(way)) {
            HeardChanges heard = new HeardChanges();
            session.changes(box, Optional.of(new SyncToken("v9:what")), heard, MONITOR);
            assertEquals(List.of("forgotten", "added 1"), heard.events);
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamsBodiesThatNeedNotBeReadToTheirEnd(Way way) throws Exception {
        String box = mailbox(way, "Bodies");
        Map<String, byte[]> expected = new HashMap<>();
        try (RawImap raw = SERVERS.get(way).raw()) {
            for (int i = 1; i <= 120; i++) {
                byte[] bytes = TestMail.subject("Body " + i).size(1000 + i * 500).bytes();
                expected.put(Long.toString(raw.append(box, bytes)), bytes);
            }
        }
        List<RemoteId> ids =
                new ArrayList<>(expected.keySet().stream().map(RemoteId::new).toList());
        ids.add(new RemoteId("4000"));
        Map<String, byte[]> got = new HashMap<>();
        try (MailSession session = open(way)) {
            session.bodies(
                    box,
                    ids,
                    (id, bytes) -> {
                        boolean half = Integer.parseInt(id.value()) % 3 == 0;
                        got.put(id.value(), half ? bytes.readNBytes(10) : bytes.readAllBytes());
                    },
                    MONITOR);
        }
        assertEquals(expected.keySet(), got.keySet());
        got.forEach(
                (id, bytes) ->
                        assertArrayEquals(Arrays.copyOf(expected.get(id), bytes.length), bytes));
        assertEquals(80, got.values().stream().filter(b -> b.length > 10).count());
    }

    @ParameterizedTest
    @EnumSource
    void setsAndClearsFlags(Way way) throws Exception {
        String box = mailbox(way, "Flags");
        long uid = append(way, box, "one", "\\Seen");
        List<RemoteId> ids = List.of(new RemoteId(Long.toString(uid)), new RemoteId("999"));
        try (MailSession session = open(way)) {
            session.capability(CanFlag.class)
                    .orElseThrow()
                    .flag(
                            box,
                            ids,
                            Set.of(Flag.FLAGGED, Flag.FORWARDED),
                            Set.of(Flag.SEEN),
                            MONITOR);
        }
        try (RawImap raw = SERVERS.get(way).raw()) {
            assertEquals(Set.of("\\Flagged", "$Forwarded"), Set.copyOf(raw.select(box).flags(uid)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesWhereThatIsSafe(Way way) throws Exception {
        String box = mailbox(way, "Moves");
        long uid = append(way, box, "travels");
        long stays = append(way, box, "stays");
        try (MailSession session = open(way)) {
            Optional<CanMove> mover = session.capability(CanMove.class);
            assertEquals(way.knowsUids(), mover.isPresent());
            if (mover.isPresent()) {
                RemoteId id = new RemoteId(Long.toString(uid));
                Map<RemoteId, RemoteId> moved =
                        mover.get().move(box, List.of(id), "Target", MONITOR);
                assertTrue(moved.containsKey(id));
                try (RawImap raw = SERVERS.get(way).raw()) {
                    assertEquals(List.of(stays), raw.select(box).uids());
                    byte[] there =
                            raw.select("Target").message(Long.parseLong(moved.get(id).value()));
                    assertArrayEquals(TestMail.subject("travels").bytes(), there);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void copiesAndTellsTheNewIds(Way way) throws Exception {
        String box = mailbox(way, "Copies");
        List<RemoteId> ids = new ArrayList<>();
        for (String subject : List.of("a", "b", "c")) {
            ids.add(new RemoteId(Long.toString(append(way, box, subject))));
        }
        try (MailSession session = open(way)) {
            CanCopy copier = session.capability(CanCopy.class).orElseThrow();
            Map<RemoteId, RemoteId> copies = copier.copy(box, ids, "Target", MONITOR);
            assertEquals(Set.copyOf(ids), copies.keySet());
            MailException missing =
                    assertThrows(
                            MailException.class, () -> copier.copy(box, ids, "Nowhere", MONITOR));
            assertEquals(new Failure.NoSuchMailbox("Nowhere"), missing.failure());
            assertEquals(3, copier.copy(box, ids, "Target", MONITOR).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletesJustThose(Way way) throws Exception {
        String box = mailbox(way, "Deletes");
        long gone = append(way, box, "gone");
        long marked = append(way, box, "marked by somebody else", "\\Deleted");
        List<RemoteId> ids = List.of(new RemoteId(Long.toString(gone)), new RemoteId("99"));
        try (MailSession session = open(way);
                RawImap raw = SERVERS.get(way).raw()) {
            CanDelete deleter = session.capability(CanDelete.class).orElseThrow();
            if (!way.knowsUids()) {
                MailException refused =
                        assertThrows(MailException.class, () -> deleter.delete(box, ids, MONITOR));
                assertTrue(refused.failure() instanceof Failure.CommandRefused);
                assertEquals(List.of(), raw.select(box).flags(gone));
                raw.removeFlags(marked, "\\Deleted");
            }
            deleter.delete(box, ids, MONITOR);
            assertEquals(List.of(marked), raw.select(box).uids());
        }
    }

    @ParameterizedTest
    @EnumSource
    void appendsWhatItIsGiven(Way way) throws Exception {
        String box = mailbox(way, "Appends");
        byte[] small = TestMail.subject("small").bytes();
        byte[] large = TestMail.subject("large").size(300_000).bytes();
        Instant received = Instant.parse("2020-02-03T04:05:06Z");
        try (MailSession session = open(way);
                RawImap raw = SERVERS.get(way).raw()) {
            CanAppend appender = session.capability(CanAppend.class).orElseThrow();
            for (byte[] bytes : List.of(small, large)) {
                Optional<RemoteId> id =
                        appender.append(
                                box,
                                Set.of(Flag.SEEN),
                                received,
                                bytes.length,
                                new ByteArrayInputStream(bytes),
                                MONITOR);
                long uid = Long.parseLong(id.orElseThrow().value());
                assertArrayEquals(bytes, raw.select(box).message(uid));
                assertTrue(raw.flags(uid).contains("\\Seen"));
            }
            HeardChanges heard = new HeardChanges();
            session.changes(box, Optional.empty(), heard, MONITOR);
            assertEquals(Optional.of(received), heard.messages.get("1").received());
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToAppendToNowhereAndGoesOn(Way way) throws Exception {
        byte[] bytes = TestMail.subject("lost").size(100_000).bytes();
        try (MailSession session = open(way)) {
            CanAppend appender = session.capability(CanAppend.class).orElseThrow();
            MailException refused =
                    assertThrows(
                            MailException.class,
                            () ->
                                    appender.append(
                                            "Nowhere",
                                            Set.of(),
                                            Instant.EPOCH,
                                            bytes.length,
                                            new ByteArrayInputStream(bytes),
                                            MONITOR));
            assertEquals(new Failure.NoSuchMailbox("Nowhere"), refused.failure());
            assertFalse(session.mailboxes(MONITOR).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailboxThatIsNotThereIsNamed(Way way) throws Exception {
        try (MailSession session = open(way)) {
            MailException missing =
                    assertThrows(
                            MailException.class,
                            () ->
                                    session.changes(
                                            "No such thing",
                                            Optional.empty(),
                                            new HeardChanges(),
                                            MONITOR));
            assertEquals(new Failure.NoSuchMailbox("No such thing"), missing.failure());
            assertFalse(session.mailboxes(MONITOR).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void watchesWhereTheServerCanTell(Way way) throws Exception {
        String box = mailbox(way, "Watches");
        try (MailSession session = open(way)) {
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
            append(way, mailbox, "while watched");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void logsInWithAwkwardNamesAndPasswords(Way way) throws Exception {
        String awkward = "pä\"ss\\wörd {5} 100%";
        try (Dovecot dovecot =
                        Dovecot.with()
                                .user("jöe", awkward)
                                .setting("auth_username_chars =")
                                .setting(
                                        "imap_capability = "
                                                + (way.capabilities.isEmpty()
                                                        ? "+"
                                                        : "IMAP4rev1 STARTTLS"))
                                .start();
                MailSession session =
                        Sessions.open(
                                Sessions.request(
                                        dovecot.host(),
                                        way.security == Security.TLS
                                                ? dovecot.imapsPort()
                                                : dovecot.imapPort(),
                                        way.security,
                                        dovecot.user(),
                                        Duration.ofSeconds(20)))) {
            assertFalse(session.mailboxes(MONITOR).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsAWrongPasswordFromEverythingElse(Way way) throws Exception {
        Dovecot dovecot = SERVERS.get(way);
        int port = way.security == Security.TLS ? dovecot.imapsPort() : dovecot.imapPort();
        var wrong = new org.postern.testing.TestUser("joe", "wrong");
        MailException rejected =
                assertThrows(
                        MailException.class,
                        () ->
                                Sessions.open(
                                        Sessions.request(
                                                dovecot.host(),
                                                port,
                                                way.security,
                                                wrong,
                                                Duration.ofSeconds(20))));
        Failure.LoginRejected failure = (Failure.LoginRejected) rejected.failure();
        assertEquals(Optional.of("AUTHENTICATIONFAILED"), failure.code());
    }

    @ParameterizedTest
    @EnumSource
    void tellsManyMessagesInSteps(Way way) throws Exception {
        String box = mailbox(way, "Many");
        int count = 800;
        try (RawImap raw = SERVERS.get(way).raw()) {
            for (byte[] message : TestMail.series(count)) {
                raw.append(box, message);
            }
            raw.select(box).command("UID STORE 2:100 +FLAGS (\\Deleted)");
            raw.command("EXPUNGE");
        }
        try (MailSession session = open(way)) {
            HeardChanges heard = new HeardChanges();
            SyncToken token = session.changes(box, Optional.empty(), heard, MONITOR);
            assertEquals(count - 99, heard.messages.size());
            assertTrue(
                    heard.headers("800").contains("Subject: Message 800"),
                    () ->
                            new String(
                                    heard.messages.get("800").headers(),
                                    StandardCharsets.US_ASCII));
            HeardChanges again = new HeardChanges();
            session.changes(box, Optional.of(token), again, MONITOR);
            assertEquals(0, again.events.stream().filter(DovecotTest::isNews).count());
        }
    }
}
