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

class PopTest extends WithDemoServer {
    private Peer mei() throws IOException {
        return popAs(account(DemoKind.POP));
    }

    @Test
    void tellsItsCapabilities() throws IOException {
        try (Peer peer = pop()) {
            List<String> lines = peer.popLines("CAPA");
            List<String> wanted =
                    List.of(
                            "TOP",
                            "UIDL",
                            "USER",
                            "SASL PLAIN",
                            "STLS",
                            "PIPELINING",
                            "RESP-CODES");
            assertTrue(lines.containsAll(wanted), lines.toString());
        }
    }

    @Test
    void logsInWithPlain() throws IOException {
        DemoAccount mei = account(DemoKind.POP);
        String text = "\0" + mei.user() + "\0" + password(mei);
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        try (Peer peer = pop()) {
            assertTrue(peer.pop("AUTH PLAIN " + base64).startsWith("+OK"));
        }
        try (Peer peer = pop()) {
            assertEquals("+ ", peer.pop("AUTH PLAIN"));
            assertTrue(peer.pop("*").startsWith("-ERR"));
            assertEquals("+ ", peer.pop("AUTH PLAIN"));
        }
    }

    @Test
    void refusesAWrongPassword() throws IOException {
        try (Peer peer = pop()) {
            peer.pop("USER mei");
            assertTrue(peer.pop("PASS no").startsWith("-ERR [AUTH]"));
            assertTrue(peer.pop("STAT").startsWith("-ERR"));
        }
    }

    @Test
    void sizesAndNumbersAgree() throws IOException {
        try (Peer peer = mei()) {
            String[] stat = peer.pop("STAT").split(" ");
            List<String> list = peer.popLines("LIST");
            assertEquals(Integer.parseInt(stat[1]), list.size() - 1);
            long sum =
                    list.stream()
                            .skip(1)
                            .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                            .sum();
            assertEquals(Long.parseLong(stat[2]), sum);
            assertEquals("+OK " + list.get(1), peer.pop("LIST 1"));
            assertEquals(list.size(), peer.popLines("UIDL").stream().distinct().count());
            long size = Long.parseLong(list.get(1).split(" ")[1]);
            List<String> text = peer.popLines("RETR 1");
            long octets = text.stream().skip(1).mapToLong(line -> line.length() + 2).sum();
            assertEquals(size, octets);
        }
    }

    @Test
    void topGivesTheHeaderAndSomeLines() throws IOException {
        try (Peer peer = popAs(account(DemoKind.POPS))) {
            List<String> whole = peer.popLines("RETR 1");
            int header = whole.indexOf("");
            assertEquals(whole.subList(1, header + 1), lines(peer, "TOP 1 0"));
            assertEquals(whole.subList(1, header + 3), lines(peer, "TOP 1 2"));
            assertTrue(peer.pop("TOP 99 0").startsWith("-ERR"));
        }
    }

    private static List<String> lines(Peer peer, String command) throws IOException {
        List<String> lines = peer.popLines(command);
        return lines.subList(1, lines.size());
    }

    @Test
    void stuffsDots() throws IOException {
        DemoAccount mei = account(DemoKind.POP);
        server.deliver(mei, "Subject: dots\n\n.\n..\nlast".getBytes(StandardCharsets.US_ASCII));
        try (Peer peer = mei()) {
            int number = Integer.parseInt(peer.pop("STAT").split(" ")[1]);
            List<String> lines = peer.popLines("RETR " + number);
            assertEquals(List.of("Subject: dots", "", "..", "...", "last"), lines.subList(1, 6));
        }
    }

    @Test
    void deletesAtQuitOnly() throws IOException {
        int before;
        String first;
        try (Peer peer = mei()) {
            before = peer.popLines("LIST").size() - 1;
            first = peer.pop("UIDL 1");
            assertTrue(peer.pop("DELE 1").startsWith("+OK"));
            assertTrue(peer.pop("RETR 1").startsWith("-ERR"));
            assertEquals(before - 1, peer.popLines("LIST").size() - 1);
            assertTrue(peer.pop("RSET").startsWith("+OK"));
            assertEquals(first, peer.pop("UIDL 1"));
            peer.pop("DELE 1");
            assertTrue(peer.pop("QUIT").startsWith("+OK"));
            assertTrue(peer.atEnd());
        }
        try (Peer peer = mei()) {
            assertEquals(before - 1, peer.popLines("LIST").size() - 1);
            assertFalse(peer.pop("UIDL 1").equals(first));
        }
    }

    @Test
    void onlyOneSessionHasTheMaildrop() throws IOException {
        try (Peer first = mei();
                Peer second = pop()) {
            second.pop("USER mei");
            String refused = second.pop("PASS " + password(account(DemoKind.POP)));
            assertTrue(refused.startsWith("-ERR [IN-USE]"));
            assertTrue(first.pop("NOOP").startsWith("+OK"));
        }
    }

    @Test
    void answersPipelinedCommandsInOrder() throws IOException {
        try (Peer peer = mei()) {
            peer.send("NOOP\r\nLIST 1\r\nFROB\r\nUIDL 1\r\n");
            assertEquals("+OK", peer.line());
            assertTrue(peer.line().startsWith("+OK 1 "));
            assertTrue(peer.line().startsWith("-ERR"));
            assertTrue(peer.line().startsWith("+OK 1 "));
        }
    }

    @Test
    void refusesAnEndlessLine() throws IOException {
        try (Peer peer = pop()) {
            assertTrue(peer.pop("x".repeat(5_000)).startsWith("-ERR"));
            assertTrue(peer.atEnd());
        }
    }
}
