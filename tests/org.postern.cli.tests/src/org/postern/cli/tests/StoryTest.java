package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.check.CheckCommand;
import org.postern.diagnosis.Rung;
import org.postern.testing.TestMail;

import java.util.Arrays;
import java.util.List;

/** What a person reads. */
class StoryTest {

    private static JoesServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new JoesServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void assertHas(Terminal seen, String line) {
        assertTrue(seen.out().lines().anyMatch(each -> each.matches(line)), seen.out());
    }

    @Test
    void theLadderIsToldInItsOrder() throws Exception {
        Terminal seen = server.joe(server.imaps());
        List<String> rungs = seen.out().lines().filter(line -> line.startsWith("  ✓ ")).toList();
        List<String> labels = Arrays.stream(Rung.values()).map(Rung::label).toList();
        assertEquals(labels.size(), rungs.size(), seen.out());
        for (int i = 0; i < labels.size(); i++) {
            assertTrue(rungs.get(i).startsWith("  ✓ " + labels.get(i)), seen.out());
        }
    }

    @Test
    void whatWorksIsToldWithWhatIsThere() throws Exception {
        Terminal seen = server.joe(server.imaps());
        assertEquals(ExitCode.SOUND, seen.exit());
        assertHas(seen, "imaps://localhost:\\d+");
        assertHas(seen, "  Protection: TLSv1\\.3, .*");
        assertHas(seen, "  Mailboxes:  6: .*INBOX.*");
        assertHas(seen, "  INBOX:      7 messages, 7 of them unread");
        assertHas(seen, "    Message 7");
        assertHas(seen, "  It works\\.");
        assertEquals("", seen.err());
    }

    @Test
    void whatDoesNotWorkIsToldWithAWayOut() throws Exception {
        Terminal seen = Terminal.check("", "imaps://localhost:" + server.dovecot().imapPort());
        assertHas(seen, "  ✗ .*");
        assertHas(seen, "  – .*");
        for (String field : List.of("Tried", "Seen", "Meaning", "Advice", "You could")) {
            assertHas(seen, "  " + field + ": +\\S.*");
        }
        assertHas(seen, "  You could:  .*\\(mail would then travel less protected\\)");
        assertHas(seen, "  It does not work \\(no-ssl-on-port\\)\\.");
    }

    @Test
    void aTerminalWithoutUnicodeIsGivenNone() throws Exception {
        server.dovecot().append("INBOX", TestMail.subject("Grüße an 東京").bytes());
        String[] words = {
            "--user", "joe", "--password-stdin", "--ca", server.authority(), server.imaps()
        };
        Terminal seen =
                Terminal.run(
                        new CheckCommand(Terminal.INSTALLED),
                        US_ASCII,
                        JoesServer.PASSWORD + "\n",
                        words);
        assertHas(seen, "  ok   \\S.*");
        assertHas(seen, "    Gru\\?e an \\?\\?");
        assertTrue(seen.out().chars().allMatch(c -> c < 128), seen.out());
        server.dovecot().doveadm("expunge", "-u", "joe", "mailbox", "INBOX", "SUBJECT", "an");
    }

    @Test
    void nothingThatAServerSaysDisturbsTheScreen() throws Exception {
        server.dovecot()
                .append(
                        "INBOX",
                        TestMail.subject("red").header("Subject", "\u001b[31mred").bytes());
        Terminal seen = server.joe(server.imaps());
        assertFalse(seen.out().contains("\u001b"), seen.out());
        server.dovecot().doveadm("expunge", "-u", "joe", "mailbox", "INBOX", "SUBJECT", "red");
    }
}
