package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.MailboxRole;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteMailbox;

import java.util.List;

/** What becomes of the answers to LIST. */
class MailboxListTest {

    private static List<RemoteMailbox> listed(Script script) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            return session.mailboxes(new NullProgressMonitor());
        }
    }

    private static Script answering(String... lines) {
        return Sessions.loggedIn("")
                .expect("{tag} LIST \"\" \"*\"")
                .send(lines)
                .send("{tag} OK")
                .expect("{tag} LSUB \"\" \"*\"")
                .send("* LSUB () \"/\" Work", "{tag} OK");
    }

    private static RemoteMailbox named(List<RemoteMailbox> all, String id) {
        return all.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void asksOnceWhereTheServerCanTellMore() throws Exception {
        List<RemoteMailbox> all =
                listed(
                        Sessions.loggedIn("LIST-EXTENDED SPECIAL-USE")
                                .expect("{tag} LIST \"\" \"*\" RETURN (SUBSCRIBED SPECIAL-USE)")
                                .send(
                                        "* LIST (\\Subscribed) \"/\" INBOX",
                                        "* LIST (\\Sent \\HasNoChildren) \"/\" \"Weg\"",
                                        "* LIST (\\NonExistent \\Subscribed) \"/\" Gone (X (1))",
                                        "{tag} OK"));
        assertEquals(MailboxRole.SENT, named(all, "Weg").role());
        assertFalse(named(all, "Weg").subscribed());
        assertFalse(named(all, "Gone").selectable());
        assertTrue(named(all, "INBOX").subscribed());
    }

    @Test
    void asksTwiceWhereItCannot() throws Exception {
        List<RemoteMailbox> all =
                listed(
                        answering(
                                "* LIST (\\Noselect) \"/\" Work",
                                "* LIST () \"/\" Work/Now",
                                "* LIST () NIL flat/name"));
        assertTrue(named(all, "Work").subscribed());
        assertFalse(named(all, "Work").selectable());
        assertEquals(List.of("Work", "Now"), named(all, "Work/Now").path());
        assertEquals(List.of("flat∕name"), named(all, "flat/name").path());
        assertTrue(all.indexOf(named(all, "Work")) < all.indexOf(named(all, "Work/Now")));
    }

    @Test
    void inboxIsThereEvenIfItIsNotListed() throws Exception {
        List<RemoteMailbox> all = listed(answering("* LIST () \"/\" Other"));
        assertEquals(MailboxRole.INBOX, named(all, "INBOX").role());
        assertEquals(
                MailboxRole.INBOX,
                named(listed(answering("* LIST () \"/\" inBox")), "INBOX").role());
    }

    @Test
    void decodesNamesAndTakesThemFromLiterals() throws Exception {
        List<RemoteMailbox> all =
                listed(
                        answering(
                                "* LIST () \".\" {16}\r\nINBOX.&ZeVnLIqe-",
                                "* LIST () \".\" \"INBOX.a\\\"b\""));
        assertEquals(List.of("INBOX", "日本語"), all.get(all.size() - 1).path());
        assertEquals(List.of("INBOX", "a\"b"), named(all, "INBOX.a\"b").path());
    }

    @Test
    void namesThatWouldBePathsOrDisturbAreMadeHarmless() throws Exception {
        List<RemoteMailbox> all =
                listed(
                        answering(
                                "* LIST () \".\" \"../../etc\"",
                                "* LIST () \"/\" \"../..\"",
                                "* LIST () \"/\" \"a\u0007b&IC4-c\"",
                                "* LIST () \"/\" {9}\r\nnew\r\nline",
                                "* LIST () \"/\" \"///\""));
        for (RemoteMailbox mailbox : all) {
            for (String part : mailbox.path()) {
                assertFalse(part.matches("\\.{1,2}|.*[/\\\\\\p{Cntrl}\u202e].*"), part);
            }
        }
        assertEquals(List.of("··", "··"), named(all, "../..").path());
        assertFalse(all.stream().anyMatch(m -> m.id().contains("\n")));
    }

    @Test
    void aLineThatMakesNoSenseCostsOnlyItself() throws Exception {
        List<RemoteMailbox> all =
                listed(
                        answering(
                                "* LIST",
                                "* LIST (",
                                "* LIST () \"/\"",
                                "* LIST (\\a \"/\" x",
                                "* LIST () \"/\" \"unterminated",
                                "* LIST NIL NIL NIL",
                                "* LIST () \"/\" \"\"",
                                "* LIST () \"/\" Fine"));
        assertEquals(
                List.of("Fine", "INBOX"), all.stream().map(RemoteMailbox::id).sorted().toList());
    }

    @Test
    void guessesRolesOnlyWhereTheServerIsSilent() throws Exception {
        List<RemoteMailbox> all =
                listed(
                        answering(
                                "* LIST (\\Sent) \".\" Outgoing",
                                "* LIST () \".\" Sent",
                                "* LIST () \".\" INBOX.Entw&APw-rfe",
                                "* LIST () \".\" Deep.Deeper.Trash",
                                "* LIST () \".\" Papierkorb",
                                "* LIST () \".\" Trash"));
        assertEquals(MailboxRole.SENT, named(all, "Outgoing").role());
        assertEquals(MailboxRole.NONE, named(all, "Sent").role());
        assertEquals(MailboxRole.DRAFTS, named(all, "INBOX.Entw&APw-rfe").role());
        assertEquals(MailboxRole.NONE, named(all, "Deep.Deeper.Trash").role());
        assertEquals(1, all.stream().filter(m -> m.role() == MailboxRole.TRASH).count());
    }

    @Test
    void theSameMailboxIsListedOnce() throws Exception {
        List<RemoteMailbox> all =
                listed(answering("* LIST () \"/\" Twice", "* LIST (\\Trash) \"/\" Twice"));
        assertEquals(1, all.stream().filter(m -> m.id().equals("Twice")).count());
    }
}
