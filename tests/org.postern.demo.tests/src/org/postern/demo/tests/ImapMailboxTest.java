package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.demo.DemoAccount;
import org.postern.demo.DemoKind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** IMAP: getting in, and the tree of mailboxes. */
class ImapMailboxTest extends WithDemoServer {
    private String plainResponse(DemoAccount account, String password) {
        String text = "\0" + account.user() + "\0" + password;
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void logsInWithAnInitialResponse() throws IOException {
        DemoAccount anna = account(DemoKind.IMAP);
        try (Peer peer = imap()) {
            String response = plainResponse(anna, password(anna));
            assertTrue(peer.answer("AUTHENTICATE PLAIN " + response).startsWith("OK ["));
        }
    }

    @Test
    void logsInWithAContinuation() throws IOException {
        DemoAccount anna = account(DemoKind.IMAP);
        try (Peer peer = imap()) {
            assertEquals("+ ", peer.send("a AUTHENTICATE PLAIN\r\n").line());
            peer.send(plainResponse(anna, password(anna)) + "\r\n");
            assertTrue(peer.line().startsWith("a OK"));
        }
    }

    @Test
    void logsInWithLiterals() throws IOException {
        DemoAccount anna = account(DemoKind.IMAP);
        String password = password(anna);
        try (Peer peer = imap()) {
            assertTrue(peer.send("a LOGIN {4}\r\n").line().startsWith("+ "));
            peer.send("anna {" + password.length() + "+}\r\n" + password + "\r\n");
            assertTrue(peer.line().startsWith("a OK"));
        }
    }

    @Test
    void refusesAWrongPasswordAndStaysUsable() throws IOException {
        DemoAccount anna = account(DemoKind.IMAP);
        try (Peer peer = imap()) {
            assertTrue(peer.answer("LOGIN anna no").startsWith("NO [AUTHENTICATIONFAILED]"));
            String other = plainResponse(anna, "wrong");
            assertTrue(peer.answer("AUTHENTICATE PLAIN " + other).startsWith("NO [AUTH"));
            assertTrue(peer.answer("NOOP").startsWith("OK"));
            assertTrue(peer.answer("SELECT INBOX").startsWith("BAD"));
        }
    }

    @Test
    void offersPlaintextLoginAndStartTlsOnThePlainPort() throws IOException {
        try (Peer peer = imap()) {
            String line = peer.imap("CAPABILITY").get(0);
            assertFalse(line.contains("LOGINDISABLED"));
            List<String> words = List.of(line.split(" "));
            Stream.of(
                            "STARTTLS AUTH=PLAIN SASL-IR LITERAL+ ENABLE IDLE NAMESPACE UIDPLUS",
                            "MOVE UNSELECT SPECIAL-USE LIST-EXTENDED LIST-STATUS CONDSTORE QRESYNC",
                            "UTF8=ACCEPT ESEARCH ID")
                    .flatMap(row -> Stream.of(row.split(" ")))
                    .forEach(name -> assertTrue(words.contains(name), name));
        }
    }

    @Test
    void listsMailboxesWithSpecialUsesAndStatus() throws IOException {
        try (Peer peer = anna()) {
            List<String> lines =
                    peer.imap(
                            "LIST \"\" \"*\" RETURN (SPECIAL-USE SUBSCRIBED STATUS (MESSAGES"
                                    + " UNSEEN))");
            String all = String.join("\n", lines);
            assertTrue(all.contains("* LIST (\\HasNoChildren \\Sent \\Subscribed) \"/\" \"Sent\""));
            assertTrue(
                    all.contains(
                            "* LIST (\\HasChildren \\Archive \\Subscribed) \"/\" \"Archive\""));
            assertTrue(all.contains("\"Archive/2025\""));
            assertTrue(all.contains("* LIST (\\HasNoChildren) \"/\" \"Old bills &- receipts\""));
            assertTrue(all.matches("(?s).*\\* STATUS \"INBOX\" \\(MESSAGES \\d+ UNSEEN \\d+\\).*"));
            assertTrue(last(lines).contains("OK"));
        }
    }

    @Test
    void aPercentStopsAtTheSeparator() throws IOException {
        try (Peer peer = anna()) {
            String all = String.join("\n", peer.imap("LIST \"\" %"));
            assertTrue(all.contains("\"Archive\""));
            assertFalse(all.contains("\"Archive/2025\""));
            assertEquals("* LIST (\\Noselect) \"/\" \"\"", peer.imap("LIST \"\" \"\"").get(0));
            assertEquals(2, peer.imap("LIST \"Archive/\" *").size());
        }
    }

    @Test
    void namesAreModifiedUtf7UntilUtf8IsAccepted() throws IOException {
        try (Peer peer = imapAs(account(DemoKind.IMAPS))) {
            String all = String.join("\n", peer.imap("LIST \"\" *"));
            assertTrue(all.contains("\"Entw&APw-rfe alt/&ANw-bersicht\""));
            assertTrue(all.contains("\"&ZcWITA-\""));
            assertTrue(all.contains("\"R&-D \\\"Werkzeug\\\"\""));
            assertTrue(peer.answer("SELECT &ZcWITA-").startsWith("OK [READ-WRITE]"));
            assertEquals("* ENABLED UTF8=ACCEPT", peer.imap("ENABLE UTF8=ACCEPT").get(0));
            String utf8 = String.join("\n", peer.imap("LIST \"\" *"));
            byte[] bytes = utf8.getBytes(StandardCharsets.ISO_8859_1);
            assertTrue(new String(bytes, StandardCharsets.UTF_8).contains("\"旅行\""));
            assertTrue(peer.answer("SELECT \"旅行\"").startsWith("OK [READ-WRITE]"));
        }
    }

    @Test
    void subscriptionsAreKeptForMailboxesThatAreGone() throws IOException {
        try (Peer peer = anna()) {
            assertTrue(peer.answer("CREATE Gone").startsWith("OK"));
            assertTrue(peer.answer("SUBSCRIBE Gone").startsWith("OK"));
            assertTrue(peer.answer("DELETE Gone").startsWith("OK"));
            String line = peer.imap("LIST (SUBSCRIBED) \"\" G*").get(0);
            assertTrue(line.contains("\\NonExistent"), line);
            assertEquals("* LSUB () \"/\" \"Gone\"", peer.imap("LSUB \"\" G*").get(0));
            peer.answer("UNSUBSCRIBE Gone");
            assertEquals(1, peer.imap("LSUB \"\" G*").size());
        }
    }

    @Test
    void createsRenamesAndDeletes() throws IOException {
        try (Peer peer = anna()) {
            assertTrue(peer.answer("CREATE a/b/c").startsWith("OK"));
            assertTrue(peer.answer("CREATE a/b/c").startsWith("NO [ALREADYEXISTS]"));
            assertTrue(peer.answer("RENAME a x").startsWith("OK"));
            assertEquals(4, peer.imap("LIST \"\" x*").size());
            assertTrue(peer.answer("DELETE x/b").startsWith("OK"));
            assertTrue(peer.imap("LIST \"\" x/b").get(0).contains("\\Noselect"));
            assertTrue(peer.answer("SELECT x/b").startsWith("NO [NONEXISTENT]"));
            assertTrue(peer.answer("DELETE INBOX").startsWith("NO [CANNOT]"));
            assertTrue(peer.answer("DELETE nowhere").startsWith("NO [NONEXISTENT]"));
        }
    }

    @Test
    void renamingTheInboxMovesItsMessagesOnly() throws IOException {
        try (Peer peer = anna()) {
            long before = number(peer.imap("STATUS INBOX (MESSAGES)"), "MESSAGES");
            assertTrue(peer.answer("RENAME INBOX Before").startsWith("OK"));
            assertEquals(0, number(peer.imap("STATUS inbox (MESSAGES)"), "MESSAGES"));
            assertEquals(before, number(peer.imap("STATUS Before (MESSAGES)"), "MESSAGES"));
        }
    }

    @Test
    void aRecreatedMailboxHasAnotherUidValidity() throws IOException {
        try (Peer peer = anna()) {
            peer.answer("CREATE again");
            long first = number(peer.imap("STATUS again (UIDVALIDITY)"), "UIDVALIDITY");
            peer.answer("DELETE again");
            peer.answer("CREATE again");
            long second = number(peer.imap("STATUS again (UIDVALIDITY)"), "UIDVALIDITY");
            assertTrue(second > first);
        }
    }

    @Test
    void nonsenseIsBadAndTheEndIsBye() throws IOException {
        try (Peer peer = anna()) {
            assertTrue(peer.answer("FROBNICATE").startsWith("BAD"));
            assertTrue(peer.answer("FETCH 1 FLAGS").startsWith("BAD"));
            assertTrue(peer.answer("STATUS INBOX (NONSENSE)").startsWith("BAD"));
            assertTrue(peer.answer("LIST (RECURSIVEMATCH) \"\" *").startsWith("BAD"));
            assertTrue(peer.send("\r\n").line().startsWith("* BAD"));
            List<String> lines = peer.imap("LOGOUT");
            assertTrue(lines.get(0).startsWith("* BYE"));
            assertTrue(peer.atEnd());
        }
    }

    @Test
    void strangersCannotSendLargeLiteralsOrEndlessLines() throws IOException {
        try (Peer peer = imap()) {
            assertTrue(peer.answer("LOGIN {9999999}").startsWith("NO [TOOBIG]"));
            assertTrue(peer.send("a LOGIN {9999999+}\r\n").line().startsWith("* BYE"));
            assertTrue(peer.atEnd());
        }
        try (Peer peer = imap()) {
            peer.send("x".repeat(65_537) + "\r\n");
            assertTrue(peer.line().startsWith("* BYE"));
        }
    }

    @Test
    void namespaceAndIdAreAnswered() throws IOException {
        try (Peer peer = anna()) {
            assertEquals("* NAMESPACE ((\"\" \"/\")) NIL NIL", peer.imap("NAMESPACE").get(0));
            String id = peer.imap("ID (\"name\" \"test\" \"os\" NIL)").get(0);
            assertTrue(id.startsWith("* ID (\"name\" "), id);
            assertTrue(peer.answer("ID NIL").startsWith("OK"));
        }
    }
}
