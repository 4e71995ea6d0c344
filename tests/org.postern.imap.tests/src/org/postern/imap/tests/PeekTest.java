package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanPeek;
import org.postern.transport.MailSession;

import java.util.List;
import java.util.OptionalLong;

/** Looking into a mailbox without reading all of it. */
class PeekTest {

    private static CanPeek.Glimpse peek(Script script, int most) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            CanPeek.Glimpse seen =
                    session.capability(CanPeek.class)
                            .orElseThrow()
                            .peek("Box", most, new NullProgressMonitor());
            session.close();
            server.assertDone();
            return seen;
        }
    }

    private static Script status(String... answer) {
        return Sessions.loggedIn("")
                .expect("{tag} STATUS \"Box\" (UNSEEN)")
                .send(answer)
                .expect("{tag} EXAMINE \"Box\"")
                .send("* 9 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 50] .", "{tag} OK");
    }

    private static List<String> texts(CanPeek.Glimpse seen) {
        return seen.newest().stream().map(h -> new String(h, US_ASCII).strip()).toList();
    }

    @Test
    void asksForTheLastFewAlone() throws Exception {
        Script script =
                status("* STATUS \"Box\" (MESSAGES 9 UNSEEN 4)", "{tag} OK")
                        .expect("{tag} FETCH 8:* (UID BODY.PEEK[HEADER.FIELDS {fields...}")
                        .send(
                                "* 8 FETCH (UID 40 BODY[HEADER.FIELDS (SUBJECT)] \"a\")",
                                "* 9 FETCH (UID 41 BODY[HEADER.FIELDS (SUBJECT)] \"b\")",
                                "{tag} OK");
        CanPeek.Glimpse seen = peek(script, 2);
        assertEquals(9, seen.messages());
        assertEquals(OptionalLong.of(4), seen.unseen());
        assertEquals(List.of("b", "a"), texts(seen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tag} NO not today",
                "* STATUS Box (UNSEEN many)\n{tag} OK",
                "* STATUS Box\n{tag} OK",
                "* STATUS Box ()\n{tag} OK",
                "* STATUS \"Box\" (MESSAGES 9)\n{tag} OK"
            })
    void aServerThatDoesNotTellLeavesTheCountOpen(String answer) throws Exception {
        CanPeek.Glimpse seen = peek(status(answer.split("\n")), 0);
        assertEquals(OptionalLong.empty(), seen.unseen());
        assertEquals(9, seen.messages());
    }

    @Test
    void whatNobodyAskedForIsNotTold() throws Exception {
        Script script =
                status("{tag} OK")
                        .expect("{tag} FETCH 9:* {items...}")
                        .send(
                                "* 1 FETCH (FLAGS (\\Seen))",
                                "* 3 FETCH (UID 20 FLAGS (\\Seen))",
                                "* 4 FETCH (UID 21 BODY[HEADER.FIELDS (SUBJECT)] \"old\")",
                                "* 9 FETCH (UID 41 BODY[HEADER.FIELDS (SUBJECT)] \"new\")",
                                "{tag} OK");
        assertEquals(List.of("new"), texts(peek(script, 1)));
    }

    @Test
    void aMailboxThatIsGoneIsSaidSo() {
        Script script =
                Sessions.loggedIn("")
                        .expect("{tag} STATUS {rest...}")
                        .send("{tag} NO [NONEXISTENT] gone")
                        .expect("{tag} EXAMINE \"Box\"")
                        .send("{tag} NO [NONEXISTENT] gone");
        MailException failed = assertThrows(MailException.class, () -> peek(script, 1));
        assertEquals(Failure.NoSuchMailbox.class, failed.failure().getClass());
    }
}
