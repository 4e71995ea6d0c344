package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Names of mailboxes where UTF-8 is spoken (RFC 6855), and where it is not. */
class Utf8Test {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final String ID = "Entw&APw-rfe";

    private static Script speakingUtf8() {
        return Sessions.loggedIn("ENABLE UTF8=ACCEPT")
                .expect("{tag} ENABLE UTF8=ACCEPT")
                .send("* ENABLED UTF8=ACCEPT", "{tag} OK on");
    }

    private static List<RemoteMailbox> listed(Script script, String... lines) throws Exception {
        script.expect("{tag} LIST \"\" \"*\"").send(lines).send("{tag} OK");
        script.expect("{tag} LSUB \"\" \"*\"").send("{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            return session.mailboxes(MONITOR);
        }
    }

    private static RemoteMailbox only(List<RemoteMailbox> all) {
        return all.stream().filter(m -> !m.id().equals("INBOX")).findFirst().orElseThrow();
    }

    @Test
    void aMailboxHasTheSameIdWhetherUtf8IsSpokenOrNot() throws Exception {
        RemoteMailbox with = only(listed(speakingUtf8(), "* LIST () \"/\" \"Entwürfe\""));
        RemoteMailbox without =
                only(listed(Sessions.loggedIn(""), "* LIST () \"/\" \"Entw&APw-rfe\""));
        assertEquals(without, with);
        assertEquals(ID, with.id());
        assertEquals(List.of("Entwürfe"), with.path());
    }

    @Test
    void anAmpersandIsOneInUtf8() throws Exception {
        RemoteMailbox with = only(listed(speakingUtf8(), "* LIST () \"/\" \"R&D/Rock & Roll\""));
        assertEquals("R&-D/Rock &- Roll", with.id());
        assertEquals(List.of("R&D", "Rock & Roll"), with.path());
    }

    @Test
    void itIsOpenedByItsNameInUtf8() throws Exception {
        opens(speakingUtf8(), "\"Entwürfe\"", ID);
        opens(speakingUtf8(), "\"R&D\"", "R&-D");
    }

    @Test
    void withoutUtf8ItIsOpenedAsItWasTold() throws Exception {
        opens(Sessions.loggedIn(""), "\"Entw&APw-rfe\"", ID);
    }

    private static void opens(Script script, String written, String id) throws Exception {
        script.expect("{tag} EXAMINE " + written)
                .send("* 0 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 1] .", "{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            session.changes(id, Optional.empty(), new HeardChanges(), MONITOR);
            session.close();
            server.assertDone();
        }
    }

    @Test
    void aNameThatIsNoUtf8StaysANameOfItsOwn() throws Exception {
        Script script = speakingUtf8().expect("{tag} LIST \"\" \"*\"");
        script.sendBytes("* LIST () \"/\" \"a\u00ffb\"\r\n".getBytes(StandardCharsets.ISO_8859_1));
        script.send("{tag} OK").expect("{tag} LSUB \"\" \"*\"").send("{tag} OK");
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            assertTrue(only(session.mailboxes(MONITOR)).path().getFirst().startsWith("a"));
        }
    }
}
