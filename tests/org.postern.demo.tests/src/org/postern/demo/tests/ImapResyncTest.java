package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.demo.DemoKind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** IMAP: what a client learns of changes that others make, RFC 2177 and RFC 7162. */
class ImapResyncTest extends WithDemoServer {
    private static List<String> head(List<String> lines) {
        return lines.subList(0, lines.size() - 1);
    }

    private Peer ruth() throws IOException {
        return imapAs(account(DemoKind.IMAPS_ON_PLAIN_PORT));
    }

    private void deliver() {
        byte[] message = "Subject: new\n\nhello\n".getBytes(StandardCharsets.US_ASCII);
        server.deliver(account(DemoKind.IMAPS_ON_PLAIN_PORT), message);
    }

    @Test
    void idlePushesWhatAnotherSessionDoes() throws IOException {
        try (Peer watcher = ruth();
                Peer other = ruth()) {
            watcher.imap("SELECT INBOX");
            other.imap("SELECT INBOX");
            assertEquals("+ idling", watcher.send("i IDLE\r\n").line());
            other.imap("STORE 2 +FLAGS (\\Flagged)");
            assertEquals("* 2 FETCH (UID 2 FLAGS (\\Flagged))", watcher.line());
            deliver();
            assertEquals("* 3 EXISTS", watcher.line());
            other.imap("STORE 1 +FLAGS.SILENT (\\Deleted)");
            assertTrue(watcher.line().startsWith("* 1 FETCH (UID 1 FLAGS (\\Deleted \\Seen)"));
            other.imap("EXPUNGE");
            assertEquals("* 1 EXPUNGE", watcher.line());
            assertEquals("i OK IDLE completed", watcher.send("DONE\r\n").line());
            assertEquals(List.of(), head(watcher.imap("NOOP")));
        }
    }

    @Test
    void expungesWaitWhileSequenceNumbersAreInUse() throws IOException {
        try (Peer watcher = ruth();
                Peer other = ruth()) {
            watcher.imap("SELECT INBOX");
            other.imap("SELECT INBOX");
            other.imap("STORE 1 +FLAGS.SILENT (\\Deleted)");
            other.imap("EXPUNGE");
            assertEquals("* 2 FETCH (UID 2)", watcher.imap("FETCH 1:2 UID").get(0));
            assertEquals(List.of("* 1 EXPUNGE"), head(watcher.imap("NOOP")));
        }
    }

    @Test
    void ownStoresAreNotReportedTwice() throws IOException {
        try (Peer peer = ruth()) {
            peer.imap("SELECT INBOX");
            assertEquals(2, peer.imap("STORE 1 +FLAGS ($Once)").size());
            assertEquals(1, peer.imap("NOOP").size());
            assertEquals(1, peer.imap("STORE 1 -FLAGS.SILENT ($Once)").size());
            assertEquals(1, peer.imap("NOOP").size());
        }
    }

    @Test
    void condstoreAddsModSeqAndRefusesConflicts() throws IOException {
        try (Peer peer = ruth()) {
            long before = number(peer.imap("SELECT INBOX (CONDSTORE)"), "HIGHESTMODSEQ");
            assertEquals(
                    "* 1 FETCH (UID 1 FLAGS ($X \\Seen) MODSEQ (" + (before + 1) + "))",
                    peer.imap("STORE 1 +FLAGS ($X)").get(0));
            List<String> conflict =
                    peer.imap("STORE 1:2 (UNCHANGEDSINCE " + before + ") +FLAGS ($Y)");
            assertTrue(last(conflict).contains("OK [MODIFIED 1]"));
            assertTrue(conflict.get(0).startsWith("* 2 FETCH (UID 2 FLAGS ($Y) MODSEQ ("));
            assertEquals(
                    "* 2 FETCH (UID 2 FLAGS ($Y) MODSEQ (" + (before + 2) + "))",
                    peer.imap("UID FETCH 1:* (FLAGS) (CHANGEDSINCE " + (before + 1) + ")").get(0));
            assertEquals(
                    "* SEARCH 2 (MODSEQ " + (before + 2) + ")",
                    peer.imap("SEARCH MODSEQ " + (before + 2)).get(0));
        }
    }

    @Test
    void enablingCondstoreTellsTheModSeqOfTheOpenMailbox() throws IOException {
        try (Peer peer = ruth()) {
            peer.imap("SELECT INBOX");
            String first = peer.imap("FETCH 1 MODSEQ").get(0);
            assertTrue(first.startsWith("* OK [HIGHESTMODSEQ "), first);
        }
    }

    @Test
    void qresyncTellsOnlyWhatChanged() throws IOException {
        try (Peer peer = ruth();
                Peer other = ruth()) {
            assertTrue(peer.answer("SELECT INBOX (QRESYNC (1 1))").startsWith("BAD"));
            List<String> facts = other.imap("SELECT INBOX");
            long validity = number(facts, "UIDVALIDITY");
            long modSeq = number(facts, "HIGHESTMODSEQ");
            other.imap("STORE 1 +FLAGS.SILENT (\\Deleted)");
            other.imap("EXPUNGE");
            other.imap("STORE 1 +FLAGS.SILENT (\\Flagged)");
            assertEquals("* ENABLED QRESYNC", peer.imap("ENABLE QRESYNC").get(0));
            String again = "SELECT INBOX (QRESYNC (" + validity + " " + modSeq + " 1:9 (1 1)))";
            List<String> lines = peer.imap(again);
            assertTrue(lines.contains("* VANISHED (EARLIER) 1"), lines.toString());
            String change = "* 1 FETCH (UID 2 FLAGS (\\Flagged) MODSEQ (" + (modSeq + 3) + "))";
            assertTrue(lines.contains(change), lines.toString());
            String fetch = "UID FETCH 1:* (FLAGS) (CHANGEDSINCE " + modSeq + " VANISHED)";
            assertEquals("* VANISHED (EARLIER) 1", peer.imap(fetch).get(0));
            String stale = "SELECT INBOX (QRESYNC (" + (validity - 1) + " " + modSeq + "))";
            assertFalse(peer.imap(stale).toString().contains("VANISHED"));
        }
    }

    @Test
    void expungeSaysVanishedAfterQresync() throws IOException {
        try (Peer peer = ruth()) {
            peer.imap("ENABLE QRESYNC");
            peer.imap("SELECT INBOX");
            peer.imap("STORE 1:2 +FLAGS.SILENT (\\Deleted)");
            List<String> lines = peer.imap("EXPUNGE");
            assertEquals(List.of("* VANISHED 1:2"), head(lines));
            assertTrue(last(lines).matches("t\\d+ OK \\[HIGHESTMODSEQ \\d+] .*"));
        }
    }
}
