package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.demo.DemoKind;

import java.io.IOException;
import java.util.List;

/** IMAP: messages in a mailbox of one's own making. */
class ImapMessageTest extends WithDemoServer {
    private static final String MESSAGE =
            "From: A <a@x.example>\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n"
                    + "To: b@x.example,\r\n c@x.example\r\n\r\none\r\ntwo\r\n";

    /** A client in an empty mailbox {@code box} with three messages, UIDs 1 to 3. */
    private Peer inBox() throws IOException {
        Peer peer = anna();
        peer.answer("CREATE box");
        for (int i = 1; i <= 3; i++) {
            assertTrue(append(peer, "").matches("OK \\[APPENDUID \\d+ " + i + "] .*"));
        }
        assertTrue(peer.answer("SELECT box").startsWith("OK [READ-WRITE]"));
        return peer;
    }

    private static String append(Peer peer, String options) throws IOException {
        return peer.answer("APPEND box " + options + "{" + MESSAGE.length() + "+}\r\n" + MESSAGE);
    }

    @Test
    void selectTellsTheFacts() throws IOException {
        try (Peer peer = inBox()) {
            List<String> lines = peer.imap("EXAMINE box");
            assertTrue(lines.contains("* OK [CLOSED] Previous mailbox closed"));
            assertTrue(lines.contains("* 3 EXISTS"));
            assertTrue(lines.contains("* OK [UNSEEN 1] First unseen"));
            assertTrue(lines.contains("* OK [PERMANENTFLAGS ()] Flags that stay"));
            assertEquals(4, number(lines, "UIDNEXT"));
            assertEquals(4, number(lines, "HIGHESTMODSEQ"));
            assertTrue(last(lines).contains("OK [READ-ONLY]"));
            assertTrue(peer.answer("STORE 1 +FLAGS (\\Seen)").startsWith("NO [READ-ONLY]"));
            assertTrue(peer.answer("EXPUNGE").startsWith("NO [READ-ONLY]"));
        }
    }

    @Test
    void appendKeepsFlagsAndDate() throws IOException {
        try (Peer peer = inBox()) {
            append(peer, "(\\Seen $Work) \"17-Jul-1996 02:44:25 -0700\" ");
            List<String> lines = peer.imap("FETCH 4 (FLAGS INTERNALDATE RFC822.SIZE)");
            assertEquals(
                    "* 4 FETCH (FLAGS ($Work \\Seen) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\""
                            + " RFC822.SIZE "
                            + MESSAGE.length()
                            + ")",
                    lines.get(0));
            assertTrue(peer.answer("APPEND nowhere {1+}\r\nx").startsWith("NO [TRYCREATE]"));
        }
    }

    @Test
    void fetchesPiecesOfAMessage() throws IOException {
        try (Peer peer = inBox()) {
            assertEquals(
                    List.of(
                            "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (TO)] {34}",
                            "To: b@x.example,",
                            " c@x.example",
                            "",
                            ")"),
                    head(peer.imap("UID FETCH 1 BODY.PEEK[HEADER.FIELDS (TO)]")));
            assertEquals(
                    List.of("* 1 FETCH (BODY[TEXT]<3> {4}", "", "tw)"),
                    head(peer.imap("FETCH 1 BODY.PEEK[TEXT]<3.4>")));
            assertEquals(
                    List.of("* 2 FETCH (BODY[] {" + MESSAGE.length() + "}"),
                    peer.imap("FETCH 2 BODY.PEEK[]").subList(0, 1));
            assertEquals(
                    "* 1 FETCH (BODY[TEXT]<99> {0}",
                    peer.imap("FETCH 1 BODY.PEEK[TEXT]<99.1>").get(0));
            assertFalse(peer.imap("FETCH 1:3 FLAGS").toString().contains("Seen"));
        }
    }

    private static List<String> head(List<String> lines) {
        return lines.subList(0, lines.size() - 1);
    }

    @Test
    void fetchingABodyMarksItSeenAndPeekingDoesNot() throws IOException {
        try (Peer peer = inBox()) {
            String lines = peer.imap("FETCH 1 BODY[TEXT]").toString();
            assertTrue(lines.contains("FLAGS (\\Seen)"), lines);
            assertEquals("* 1 FETCH (FLAGS (\\Seen))", peer.imap("FETCH 1:2 FLAGS").get(0));
            assertEquals("* SEARCH 2 3", peer.imap("SEARCH UNSEEN").get(0));
        }
    }

    @Test
    void fetchesEnvelopeAndStructure() throws IOException {
        try (Peer peer = inBox()) {
            String address = "((\"A\" NIL \"a\" \"x.example\"))";
            assertEquals(
                    "* 1 FETCH (ENVELOPE (NIL \"=?utf-8?Q?Gr=C3=BC=C3=9Fe?=\" "
                            + (address + " ").repeat(3)
                            + "((NIL NIL \"b\" \"x.example\")(NIL NIL \"c\" \"x.example\"))"
                            + " NIL NIL NIL NIL))",
                    peer.imap("FETCH 1 ENVELOPE").get(0));
            assertEquals(
                    "* 1 FETCH (BODYSTRUCTURE (\"text\" \"plain\" NIL NIL NIL \"7bit\" 10 2"
                            + " NIL NIL NIL NIL))",
                    peer.imap("FETCH 1 BODYSTRUCTURE").get(0));
        }
    }

    @Test
    void fetchesPartsOfNestedMessages() throws IOException {
        try (Peer peer = imapAs(account(DemoKind.IMAPS))) {
            peer.imap("SELECT INBOX");
            String found = peer.imap("UID SEARCH SUBJECT \"Fwd:\"").get(0);
            String uid = found.replace("* SEARCH ", "");
            String structure = peer.imap("UID FETCH " + uid + " BODYSTRUCTURE").get(0);
            assertTrue(structure.contains("\"message\" \"rfc822\""), structure);
            String header = peer.imap("UID FETCH " + uid + " BODY.PEEK[2.HEADER]").toString();
            assertTrue(header.contains("radverkehr@stadt.example"), header);
            String mime = peer.imap("UID FETCH " + uid + " BODY.PEEK[2.MIME]").toString();
            assertTrue(mime.contains("buegel.eml"), mime);
            String text = peer.imap("UID FETCH " + uid + " BODY.PEEK[2.1]").toString();
            assertTrue(text.contains("Sehr geehrte"), text);
            assertTrue(peer.imap("UID FETCH " + uid + " BODY.PEEK[9]").get(0).contains("NIL"));
        }
    }

    @Test
    void storesFlags() throws IOException {
        try (Peer peer = inBox()) {
            assertEquals(
                    "* 1 FETCH (UID 1 FLAGS (\\Flagged))",
                    peer.imap("STORE 1 +FLAGS (\\flagged)").get(0));
            assertEquals(1, peer.imap("UID STORE 2:3 FLAGS.SILENT ($A)").size());
            assertEquals("* 2 FETCH (FLAGS ($A))", peer.imap("FETCH 2 FLAGS").get(0));
            peer.imap("STORE 2 -FLAGS $a");
            assertEquals("* SEARCH 3", peer.imap("SEARCH KEYWORD $A").get(0));
            assertTrue(peer.answer("STORE 9 FLAGS ()").startsWith("BAD"));
        }
    }

    @Test
    void copiesAndMovesWithTheNewUids() throws IOException {
        try (Peer peer = inBox()) {
            peer.answer("CREATE other");
            long validity = number(peer.imap("STATUS other (UIDVALIDITY)"), "UIDVALIDITY");
            String copied = peer.answer("UID COPY 1,3 other");
            assertEquals("OK [COPYUID " + validity + " 1,3 1:2] COPY completed", copied);
            assertEquals(
                    List.of(
                            "* OK [COPYUID " + validity + " 2:3 3:4] Moved",
                            "* 2 EXPUNGE",
                            "* 2 EXPUNGE"),
                    head(peer.imap("MOVE 2:3 other")));
            assertEquals("OK COPY completed", peer.answer("UID COPY 77 other"));
            assertTrue(peer.answer("COPY 1 nowhere").startsWith("NO [TRYCREATE]"));
        }
    }

    @Test
    void expungesOnlyWhatIsNamed() throws IOException {
        try (Peer peer = inBox()) {
            peer.imap("STORE 1:3 +FLAGS.SILENT (\\Deleted)");
            assertEquals(List.of("* 2 EXPUNGE"), head(peer.imap("UID EXPUNGE 2,77")));
            assertEquals(List.of("* 1 EXPUNGE", "* 1 EXPUNGE"), head(peer.imap("EXPUNGE")));
            assertEquals("* SEARCH", peer.imap("SEARCH ALL").get(0));
            assertTrue(peer.answer("FETCH 1:* FLAGS").startsWith("BAD"));
            assertEquals("OK FETCH completed", peer.answer("UID FETCH 1:* FLAGS"));
        }
    }

    @Test
    void closeExpungesInSilenceAndUnselectDoesNot() throws IOException {
        try (Peer peer = inBox()) {
            peer.imap("STORE 1 +FLAGS.SILENT (\\Deleted)");
            assertEquals(1, peer.imap("UNSELECT").size());
            assertTrue(peer.imap("SELECT box").contains("* 3 EXISTS"));
            assertEquals(1, peer.imap("CLOSE").size());
            assertTrue(peer.answer("CHECK").startsWith("BAD"));
            assertTrue(peer.imap("SELECT box").contains("* 2 EXISTS"));
        }
    }

    @Test
    void searches() throws IOException {
        try (Peer peer = inBox()) {
            append(peer, "(\\Draft) \"17-Jul-1996 02:44:25 -0700\" ");
            assertEquals("* SEARCH 4", peer.imap("SEARCH BEFORE 1-Jan-2000 DRAFT").get(0));
            assertEquals(
                    "* SEARCH 1 2 3",
                    peer.imap("UID SEARCH NOT (2:* DRAFT) SINCE 1-Jan-2000").get(0));
            assertEquals("* SEARCH 1 4", peer.imap("UID SEARCH OR UID 1 DRAFT").get(0));
            assertEquals("* SEARCH 2 3", peer.imap("SEARCH 2:3 TEXT tWo").get(0));
            String grüße = "SEARCH CHARSET UTF-8 SUBJECT {6+}\r\nGrüß";
            assertEquals("* SEARCH 1 2 3 4", peer.imap(grüße).get(0));
            assertTrue(peer.answer("SEARCH CHARSET KOI8-R ALL").startsWith("NO [BADCHARSET"));
            String extended = peer.imap("UID SEARCH RETURN (MIN MAX COUNT ALL) ALL").get(0);
            assertTrue(extended.endsWith("UID MIN 1 MAX 4 ALL 1:4 COUNT 4"), extended);
        }
    }
}
