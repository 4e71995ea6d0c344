package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.testing.RawImap;

import java.util.List;

/** Checks of a real server, answered in JSON. */
class CheckTest {

    private static JoesServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new JoesServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static JsonObject sole(Terminal seen) {
        List<JsonObject> answers = seen.json();
        assertEquals(1, answers.size(), seen.out() + seen.err());
        assertEquals(seen.exit(), answers.getFirst().get("exit").getAsInt());
        return answers.getFirst();
    }

    private static String cause(Terminal seen) {
        return sole(seen).get("cause").getAsString();
    }

    @Test
    void aSoundAccountIsToldWhole() throws Exception {
        JsonObject answer = sole(server.joe(server.imaps(), "--json"));
        assertEquals(ExitCode.SOUND, answer.get("exit").getAsInt(), answer::toString);
        assertEquals("sound", answer.get("result").getAsString());
        assertEquals("sound", answer.get("cause").getAsString());
        assertTrue(answer.getAsJsonArray("mailboxes").toString().contains("\"INBOX\""));
        assertEquals(7, answer.getAsJsonObject("counts").get("messages").getAsInt());
        assertEquals(7, answer.getAsJsonObject("counts").get("unseen").getAsInt());
        assertEquals(
                "[\"Message 7\",\"Message 6\",\"Message 5\",\"Message 4\",\"Message 3\"]",
                answer.getAsJsonArray("subjects").toString());
        JsonObject posture = answer.getAsJsonObject("posture");
        assertEquals("tls", posture.get("security").getAsString());
        assertTrue(posture.get("confidential").getAsBoolean());
        assertTrue(posture.has("login"));
    }

    @Test
    void lookingMarksNothingAsSeen() throws Exception {
        assertEquals(ExitCode.SOUND, server.joe(server.imaps(), "--json").exit());
        assertEquals(ExitCode.SOUND, server.joe(server.pops(), "--json").exit());
        try (RawImap client = server.dovecot().raw()) {
            String status = client.command("STATUS INBOX (UNSEEN)").getFirst();
            assertTrue(status.contains("(UNSEEN 7)"), status);
        }
    }

    @Test
    void startTlsIsRequiredWhenItIsAskedFor() throws Exception {
        JsonObject answer = sole(server.joe(server.imap(), "--json", "--security", "starttls"));
        assertEquals(ExitCode.SOUND, answer.get("exit").getAsInt(), answer::toString);
        JsonObject posture = answer.getAsJsonObject("posture");
        assertEquals("starttls", posture.get("security").getAsString());
        assertTrue(posture.has("protocol"));
    }

    @Test
    void whatTravelsInClearIsAWarning() throws Exception {
        Terminal seen = server.joe(server.imap(), "--json");
        assertEquals(ExitCode.WARNING, seen.exit(), seen.out());
        assertEquals("warning", sole(seen).get("result").getAsString());
    }

    @Test
    void aWrongPasswordDoesNotWork() throws Exception {
        Terminal seen =
                Terminal.check(
                        "quite another phrase\n",
                        "--json",
                        "--user",
                        "joe",
                        "--password-stdin",
                        "--ca",
                        server.authority(),
                        server.imaps());
        assertEquals(ExitCode.FAILED, seen.exit());
        assertEquals("wrong-password", cause(seen));
        assertFalse(sole(seen).has("mailboxes"));
        assertFalse(seen.out().contains("quite another phrase"));
    }

    @Test
    void anAuthorityIsTrustedForItsOwnCheckAlone() throws Exception {
        assertEquals(ExitCode.SOUND, server.joe(server.imaps()).exit());
        Terminal seen = Terminal.check("", "--json", server.imaps());
        assertEquals(ExitCode.FAILED, seen.exit());
        assertEquals("certificate-unknown", cause(seen));
    }

    @Test
    void aFailureComesWithItsEvidenceAndItsMends() throws Exception {
        String url = "imaps://localhost:" + server.dovecot().imapPort();
        JsonObject answer = sole(Terminal.check("", "--json", url));
        assertEquals("no-ssl-on-port", answer.get("cause").getAsString());
        assertTrue(answer.getAsJsonArray("evidence").toString().contains("Dovecot"));
        JsonObject diagnosis = answer.getAsJsonObject("diagnosis");
        assertFalse(diagnosis.getAsJsonArray("mends").isEmpty());
        assertFalse(answer.getAsJsonArray("siblings").isEmpty());
    }

    @Test
    void withoutAUserNobodyLogsIn() throws Exception {
        for (String url : List.of(server.imaps(), server.pops())) {
            Terminal seen = Terminal.check("", "--json", "--ca", server.authority(), url);
            assertEquals(ExitCode.SOUND, seen.exit(), seen.out());
            assertFalse(sole(seen).has("mailboxes"));
        }
    }

    @Test
    void thePasswordIsInNoOutput() throws Exception {
        for (String url : List.of(server.imaps(), server.imap(), "imaps://localhost:1")) {
            for (Terminal seen : List.of(server.joe(url), server.joe(url, "--json"))) {
                assertFalse((seen.out() + seen.err()).contains(JoesServer.PASSWORD));
            }
        }
    }

    @Test
    void severalAreCheckedAndTheWorstCounts() throws Exception {
        Terminal seen =
                Terminal.check(
                        "",
                        "--json",
                        "--ca",
                        server.authority(),
                        server.imaps(),
                        "imaps://localhost:" + server.dovecot().imapPort(),
                        server.pops());
        assertEquals(ExitCode.FAILED, seen.exit());
        assertEquals(
                List.of(0, 2, 0),
                seen.json().stream().map(answer -> answer.get("exit").getAsInt()).toList());
    }

    @Test
    void aTransportThatCannotPeekIsCountedAllTheSame() throws Exception {
        JsonObject answer = sole(Terminal.check("", "--json", "shelf:///some/folder"));
        assertEquals("[\"Shelf\",\"Shelf/All\"]", answer.getAsJsonArray("mailboxes").toString());
        assertEquals(100, answer.getAsJsonObject("counts").get("messages").getAsInt());
        assertEquals(25, answer.getAsJsonObject("counts").get("unseen").getAsInt());
        assertEquals(
                "[\"Letter 100\",\"Letter 99\",\"Letter 98\",\"Letter 97\",\"Letter 96\"]",
                answer.getAsJsonArray("subjects").toString());
    }

    @Test
    void nothingIsConnectedToWhenAnyUrlIsWrong() {
        WrongUsage wrong =
                assertThrows(
                        WrongUsage.class,
                        () -> Terminal.check("", "--json", server.imaps(), "gopher://localhost"));
        assertTrue(wrong.getMessage().contains("gopher"), wrong.getMessage());
        assertTrue(wrong.getMessage().contains("imaps"), wrong.getMessage());
    }
}
