package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Flag;
import org.postern.testing.RawImap;
import org.postern.testing.TestMail;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.SyncToken;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes and bodies from a real Dovecot, on each {@link Way}. */
@ExtendWith(Ways.class)
class DovecotReadingTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();

    @ParameterizedTest
    @EnumSource
    void tellsEverythingOnceNewestFirstAndThenNothing(Way way) throws Exception {
        String box = way.mailbox("Once");
        way.append(box, "first", "\\Seen");
        long second = way.append(box, "second", "\\Flagged", "$Forwarded");
        try (MailSession session = way.open()) {
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
            assertEquals(
                    List.of(), again.events.stream().filter(DovecotReadingTest::isNews).toList());
        }
    }

    /** Without CONDSTORE flags are told that did not change, as the contract allows. */
    private static boolean isNews(String event) {
        return !event.startsWith("flags");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatChangedSince(Way way) throws Exception {
        String box = way.mailbox("Since");
        long flagged = way.append(box, "flagged");
        long expunged = way.append(box, "expunged");
        way.append(box, "kept");
        HeardChanges heard = new HeardChanges();
        SyncToken token;
        try (MailSession session = way.open()) {
            token = session.changes(box, Optional.empty(), heard, MONITOR);
        }
        try (RawImap raw = way.server().raw()) {
            raw.select(box).addFlags(flagged, "\\Answered").expunge(expunged);
        }
        long arrived = way.append(box, "arrived");
        try (MailSession session = way.open()) {
            HeardChanges later = new HeardChanges();
            session.changes(box, Optional.of(token), later, MONITOR);
            assertEquals(Set.of(Flag.ANSWERED), later.flags.get(Long.toString(flagged)));
            assertTrue(later.events.contains("vanished " + expunged));
            assertTrue(later.events.contains("added " + arrived));
            assertEquals(2, later.events.stream().filter(DovecotReadingTest::isNews).count());
            assertFalse(later.events.contains("forgotten"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAMailboxThatWasMadeAnew(Way way) throws Exception {
        String box = way.mailbox("Anew");
        way.append(box, "old");
        try (MailSession session = way.open()) {
            SyncToken token = session.changes(box, Optional.empty(), new HeardChanges(), MONITOR);
            way.server().doveadm("mailbox", "update", "-u", "joe", "--uid-validity", "77", box);
            HeardChanges heard = new HeardChanges();
            session.changes(box, Optional.of(token), heard, MONITOR);
            assertEquals("forgotten", heard.events.getFirst());
            assertEquals(1, heard.messages.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfSomebodyElseIsAsGoodAsNone(Way way) throws Exception {
        String box = way.mailbox("Garbage");
        way.append(box, "one");
        try (MailSession session = way.open()) {
            HeardChanges heard = new HeardChanges();
            session.changes(box, Optional.of(new SyncToken("v9:what")), heard, MONITOR);
            assertEquals(List.of("forgotten", "added 1"), heard.events);
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamsBodiesThatNeedNotBeReadToTheirEnd(Way way) throws Exception {
        String box = way.mailbox("Bodies");
        Map<String, byte[]> expected = new HashMap<>();
        try (RawImap raw = way.server().raw()) {
            for (int i = 1; i <= 120; i++) {
                byte[] bytes = TestMail.subject("Body " + i).size(1000 + i * 500).bytes();
                expected.put(Long.toString(raw.append(box, bytes)), bytes);
            }
        }
        List<RemoteId> ids =
                new ArrayList<>(expected.keySet().stream().map(RemoteId::new).toList());
        ids.add(new RemoteId("4000"));
        Map<String, byte[]> got = new HashMap<>();
        try (MailSession session = way.open()) {
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
    void tellsManyMessagesInSteps(Way way) throws Exception {
        String box = way.mailbox("Many");
        int count = 800;
        try (RawImap raw = way.server().raw()) {
            for (byte[] message : TestMail.series(count)) {
                raw.append(box, message);
            }
            raw.select(box).command("UID STORE 2:100 +FLAGS (\\Deleted)");
            raw.command("EXPUNGE");
        }
        try (MailSession session = way.open()) {
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
            assertEquals(0, again.events.stream().filter(DovecotReadingTest::isNews).count());
        }
    }
}
