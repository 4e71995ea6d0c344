package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.BodySink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How message bodies come off the wire. */
class BodiesTest {

    private final Map<String, String> got = new TreeMap<>();

    private void keep(RemoteId id, InputStream bytes) throws IOException {
        got.put(id.value(), new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    private static Script examined() {
        return Sessions.loggedIn("")
                .expect("{tag} EXAMINE \"Box\"")
                .send("* 3 EXISTS", "* OK [UIDVALIDITY 7] .", "{tag} OK");
    }

    private void fetch(Script script, BodySink sink, String... ids) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            List<RemoteId> list = Stream.of(ids).map(RemoteId::new).toList();
            session.bodies("Box", list, sink, new NullProgressMonitor());
            session.close();
            server.assertDone();
        }
    }

    @Test
    void takesLiteralsQuotedStringsAndNothing() throws Exception {
        Script script =
                examined()
                        .expect("{tag} UID FETCH 1:4 (UID BODY.PEEK[])")
                        .send(
                                "* 1 FETCH (UID 1 BODY[] {3}\r\na\r\n)",
                                "* 2 FETCH (UID 2 BODY[] \"q\\\"q\")",
                                "* 3 FETCH (UID 3 BODY[] NIL)",
                                "* 4 FETCH (UID 4 BODY[] {0}\r\n)",
                                "{tag} OK");
        fetch(script, this::keep, "1", "2", "3", "4");
        assertEquals(Map.of("1", "a\r\n", "2", "q\"q", "4", ""), got);
    }

    @Test
    void aBodyMayComeBeforeItsUid() throws Exception {
        Script script =
                examined()
                        .expect("{tag} UID FETCH 1:2 (UID BODY.PEEK[])")
                        .send(
                                "* 1 FETCH (BODY[] {3}\r\none UID 1)",
                                "* 2 FETCH (FLAGS () BODY[] {3}\r\ntwo UID 2)", "{tag} OK");
        fetch(script, this::keep, "1", "2");
        assertEquals(Map.of("1", "one", "2", "two"), got);
    }

    @Test
    void nobodyElsesBodyIsDeliveredAndNoneTwice() throws Exception {
        Script script =
                examined()
                        .expect("{tag} UID FETCH 1 (UID BODY.PEEK[])")
                        .send(
                                "* 9 FETCH (UID 9 BODY[] {5}\r\nalien)",
                                "* 1 FETCH (UID 1 BODY[] {3}\r\none)",
                                "* 1 FETCH (UID 1 BODY[] {5}\r\ntwice)",
                                "{tag} OK");
        fetch(script, this::keep, "1", "not an id", "0");
        assertEquals(Map.of("1", "one"), got);
    }

    @Test
    void aMessageThatCannotBeHadDoesNotKeepTheOthersAway() throws Exception {
        Script script =
                examined()
                        .expect("{tag} UID FETCH 1:3 (UID BODY.PEEK[])")
                        .send("* 1 FETCH (UID 1 BODY[] {3}\r\none)", "{tag} NO broken")
                        .expect("{tag} UID FETCH 3 (UID BODY.PEEK[])")
                        .send("* 3 FETCH (BODY[] {5}\r\nthree)", "{tag} OK")
                        .expect("{tag} UID FETCH 2 (UID BODY.PEEK[])")
                        .send("{tag} NO broken");
        fetch(script, this::keep, "1", "2", "3");
        assertEquals(Map.of("1", "one", "3", "three"), got);
    }

    @Test
    void whatTheSinkLeavesIsPassedOver() throws Exception {
        Script script =
                examined()
                        .expect("{tag} UID FETCH 1:2 (UID BODY.PEEK[])")
                        .send(
                                "* 1 FETCH (UID 1 BODY[] {200000}\r\n" + "x".repeat(200_000) + ")",
                                "* 2 FETCH (UID 2 BODY[] {3}\r\ntwo)",
                                "{tag} OK");
        fetch(
                script,
                (id, bytes) -> got.put(id.value(), "" + (char) bytes.read() + bytes.available()),
                "1",
                "2");
        assertEquals(Map.of("1", "x0", "2", "t0"), got);
    }

    @Test
    void aFullDiskIsNotTheServersFault() throws Exception {
        Script script =
                examined()
                        .expect("{tag} UID FETCH 1 (UID BODY.PEEK[])")
                        .send("* 1 FETCH (UID 1 BODY[] {3}\r\none)", "{tag} OK");
        MailException failed =
                assertThrows(
                        MailException.class,
                        () ->
                                fetch(
                                        script,
                                        (id, bytes) -> {
                                            throw new IOException("No space left on device");
                                        },
                                        "1"));
        assertInstanceOf(Failure.LocalStorage.class, failed.failure());
    }

    @Test
    void aLineThatBreaksInTheMiddleOfABodyIsTheServersFault() throws Exception {
        Script script =
                examined()
                        .expect("{tag} UID FETCH 1 (UID BODY.PEEK[])")
                        .sendRaw("* 1 FETCH (UID 1 BODY[] {30}\r\none")
                        .hangUp();
        MailException failed =
                assertThrows(MailException.class, () -> fetch(script, this::keep, "1"));
        assertInstanceOf(Failure.Closed.class, failed.failure());
        assertEquals(Map.of(), got);
    }
}
