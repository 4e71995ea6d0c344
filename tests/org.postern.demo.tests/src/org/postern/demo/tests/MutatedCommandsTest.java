package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.demo.DemoKind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Broken commands are answered; none makes a session die without a word. */
class MutatedCommandsTest extends WithDemoServer {
    private static final int ROUNDS = 4_000;
    private static final String SALT = " ()[]<>\"\\*%,:.~&=+-019aAzZ\u00e4\0\t";
    private static final List<String> COMMANDS =
            List.of(
                    "SELECT INBOX (CONDSTORE)",
                    "SELECT \"&ZcWITA-\" (QRESYNC (1 2 1:3,5 (1:2 3:4)))",
                    "FETCH 1:2,* (UID FLAGS BODY.PEEK[HEADER.FIELDS (TO \"cc\")]<0.10> ENVELOPE)",
                    "UID FETCH 1:* (MODSEQ BODY[1.2.MIME]) (CHANGEDSINCE 1 VANISHED)",
                    "STORE 1 (UNCHANGEDSINCE 9) +FLAGS.SILENT (\\Seen $x)",
                    "UID SEARCH RETURN (MIN ALL) OR NOT (SEEN 1:2) SENTBEFORE \"1-Jan-2020\"",
                    "SEARCH CHARSET UTF-8 HEADER Subject =?utf-8?Q?=C3=BC?= MODSEQ 5 UID 2,4:*",
                    "LIST (SUBSCRIBED RECURSIVEMATCH) \"\" (\"a*\" %) RETURN (STATUS (MESSAGES))",
                    "STATUS \"INBOX\" (MESSAGES UIDNEXT SIZE)",
                    "COPY 1 Trash",
                    "UID MOVE 1:* \"Sent\"",
                    "RENAME \"Trash\" \"a/b/c\"",
                    "APPEND Sent (\\Seen) \"17-Jul-1996 02:44:25 -0700\" x",
                    "ENABLE QRESYNC UTF8=ACCEPT",
                    "ID (\"name\" NIL)",
                    "UID EXPUNGE 1:5",
                    "IDLE");

    private final Random random = new Random(20_260_618);

    @Test
    void everyMutatedCommandIsAnswered() throws IOException {
        Peer peer = imapAs(account(DemoKind.IMAPS));
        for (int i = 0; i < ROUNDS; i++) {
            String command = mutated(COMMANDS.get(i % COMMANDS.size()));
            if (!survives(peer, command)) {
                peer.close();
                peer = imapAs(account(DemoKind.IMAPS));
            }
        }
        assertTrue(peer.answer("NOOP").startsWith("OK"));
        peer.close();
    }

    /** Whether the session goes on; ending it with BYE is allowed, silence is not. */
    private static boolean survives(Peer peer, String command) throws IOException {
        peer.send(("a " + command + "\r\nz NOOP\r\n").getBytes(StandardCharsets.ISO_8859_1));
        for (String line = peer.line(); !line.startsWith("z OK"); line = peer.line()) {
            if (line.startsWith("* BYE")) {
                return false;
            }
            if (line.startsWith("+ idling")) {
                peer.until("a BAD");
                peer.send("z NOOP\r\n");
            }
        }
        return true;
    }

    /** Letters are exchanged, left out and put in; braces are left alone, for they ask for more. */
    private String mutated(String command) {
        StringBuilder text = new StringBuilder(command);
        for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            char salt = SALT.charAt(random.nextInt(SALT.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, salt);
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, salt);
            }
        }
        return text.toString();
    }
}
