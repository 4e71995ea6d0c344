package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.net.Dialect;
import org.postern.net.Dialects;

import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Nothing of a password or token reaches the log, by whatever way it goes. */
class RedactionTest {

    private static final String SECRET = "open-Sesame 42";
    private static final String PLAIN = base64("\0joe\0" + SECRET);
    private static final String ALONE = base64(SECRET);
    private static final String TOKEN =
            base64("user=joe\u0001auth=Bearer " + SECRET + "\u0001\u0001");

    /** Each is what goes over the wire until the login has succeeded or failed. */
    static final List<String> IMAP =
            List.of(
                    "C: A1 LOGIN joe \"" + SECRET + "\"",
                    "C: a1 login joe \"" + SECRET + "\"",
                    "H: A1 LOGIN |joe \"" + SECRET + "\"",
                    "C: A1 LOGIN {3}~S: + go~D: joe~C:  {14}~S: + go~D: " + SECRET + "~C: ",
                    "C: A1 LOGIN {3+}~D: joe~C:  {14+}~D: " + SECRET + "~C: ",
                    "H: A1 LOGIN |{3+}~D: joe~C:  {14+}~D: " + SECRET + "~C: ",
                    "C: A1 AUTHENTICATE PLAIN " + PLAIN,
                    "H: A1 AUTHENTICATE PLAIN |" + PLAIN,
                    "C: A1 AUTHENTICATE PLAIN~S: +~C: " + PLAIN,
                    "C: A1 AUTHENTICATE PLAIN~S: + ~H: |" + PLAIN,
                    "C: A1 AUTHENTICATE LOGIN~S: + VXNlcm5hbWU6~C: am9l~S: + UGFzc3dvcmQ6~C: "
                            + ALONE,
                    "C: A1 AUTHENTICATE XOAUTH2 " + TOKEN,
                    "C: A1 AUTHENTICATE " + ALONE,
                    "C: A1 AUTHENTICATE PLAIN~S: + " + ALONE + "~C: *",
                    "C: A1 " + SECRET,
                    "C: " + SECRET,
                    "C: A1 XSECRET " + SECRET,
                    "C: A1 SELECT " + SECRET,
                    "C: A1 LOGIN joe \"" + SECRET + "\"~S: A1 NO " + SECRET + " is wrong",
                    "C: A1 LOGIN joe \"" + SECRET + "\"~S: * OK you said " + ALONE,
                    "C: A1 AUTHENTICATE PLAIN " + PLAIN + "~S: A1 NO [ALERT] " + PLAIN,
                    "C: A1 AUTHENTICATE PLAIN " + PLAIN + "~S: A1 BAD not " + SECRET,
                    "C: A1 AUTHENTICATE XOAUTH2 " + TOKEN + "~S: + " + TOKEN + "~C: ",
                    "C: A1 LOGIN joe \"" + SECRET + "\"~S: " + SECRET,
                    "C: A1 LOGIN joe \"" + SECRET + "\"~S: * " + ALONE + " x");

    static final List<String> POP =
            List.of(
                    "C: USER joe~S: +OK~C: PASS " + SECRET,
                    "C: USER joe~S: +OK~H: |PASS " + SECRET,
                    "C: USER joe~S: +OK~H: PASS |" + SECRET,
                    "C: PASS " + SECRET + "~S: -ERR " + SECRET + " is wrong",
                    "C: pass " + SECRET,
                    "C: APOP joe " + SECRET,
                    "C: AUTH PLAIN " + PLAIN,
                    "H: AUTH PLAIN |" + PLAIN,
                    "C: AUTH PLAIN~S: + ~C: " + PLAIN,
                    "C: AUTH LOGIN~S: + VXNlcm5hbWU6~C: am9l~S: + UGFzc3dvcmQ6~C: " + ALONE,
                    "C: AUTH " + ALONE,
                    "C: " + SECRET,
                    "C: USER " + SECRET,
                    "C: AUTH PLAIN " + PLAIN + "~S: -ERR " + ALONE,
                    "C: AUTH PLAIN " + PLAIN + "~S: " + SECRET,
                    "C: PASS " + SECRET + "~S: +OK~S: + " + SECRET);

    @ParameterizedTest(name = "{index}")
    @FieldSource("IMAP")
    void noImapLoginIsShown(String said) {
        assertSecret(Dialects.IMAP, said);
    }

    @ParameterizedTest(name = "{index}")
    @FieldSource("POP")
    void noPopLoginIsShown(String said) {
        assertSecret(Dialects.POP3, said);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"LOGIN joe open-Sesame 42", "anything"})
    void aProtocolThatNobodyKnowsIsShownBySizes(String line) {
        Dialect imap = Dialects.IMAP;
        Dialect unknown =
                new Dialect(
                        "X",
                        "x-mail",
                        imap.speaks(),
                        imap.greets(),
                        imap.refuses(),
                        imap.preAuthenticated(),
                        imap.upgrade());
        String size = "… (" + line.length() + " bytes)";
        assertEquals(
                List.of("S: " + size, "R: " + size), Talk.of(unknown, "C: " + line, "S: " + line));
    }

    /** However the bytes are chopped. */
    private static void assertSecret(Dialect dialect, String said) {
        List<String> first = new Talk(dialect, 0).say(said.split("~")).shown();
        assertFalse(first.isEmpty());
        for (int seed = 1; seed < 50; seed++) {
            assertEquals(first, new Talk(dialect, seed).say(said.split("~")).shown());
        }
        String shown = String.join("\n", first).toLowerCase(Locale.ROOT);
        for (String form : List.of(SECRET, "open-sesame", "sesame", PLAIN, ALONE, TOKEN)) {
            assertFalse(shown.contains(form.toLowerCase(Locale.ROOT)), shown);
        }
        assertFalse(shown.contains(ALONE.substring(2, 12).toLowerCase(Locale.ROOT)));
    }

    @Test
    void theWordsOfALoginAreShownWithoutItsSecret() {
        assertEquals(
                List.of(
                        "R: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] Dovecot ready.",
                        "S: A1 ID (\"name\" \"Postern\")",
                        "S: A2 AUTHENTICATE PLAIN … (" + (PLAIN.length() + 1) + " bytes)",
                        "R: A2 NO [AUTHENTICATIONFAILED] Authentication failed."),
                Talk.of(
                        Dialects.IMAP,
                        "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] Dovecot ready.",
                        "C: A1 ID (\"name\" \"Postern\")",
                        "C: A2 AUTHENTICATE PLAIN " + PLAIN,
                        "S: A2 NO [AUTHENTICATIONFAILED] Authentication failed."));
    }

    @Test
    void imapMailIsShownBySizes() {
        assertEquals(
                List.of(
                        "S: A3 UID FETCH 1:* (BODY.PEEK[] ENVELOPE)",
                        "R: * 1 FETCH (UID 7 ENVELOPE (\"…\" \"…\" NIL) BODY[] {26 bytes}",
                        "R:  FLAGS (\\Seen))".replace("R:  ", "R: "),
                        "R: A3 OK Fetch completed.",
                        "S: A4 APPEND INBOX (\\Seen) {5 bytes}",
                        "R: + OK",
                        "R: A4 OK [APPENDUID 1 8] done",
                        "S: A5 IDLE",
                        "R: + idling",
                        "R: * 9 EXISTS",
                        "S: DONE"),
                Talk.of(
                        Dialects.IMAP,
                        "!",
                        "C: A3 UID FETCH 1:* (BODY.PEEK[] ENVELOPE)",
                        "S: * 1 FETCH (UID 7 ENVELOPE (\"Mon\" \"My \\\"secret\\\" plan\" NIL) BODY[]"
                                + " {26}",
                        "B: * 1 FETCH\r\nA3 OK content\r\n",
                        "S:  FLAGS (\\Seen))",
                        "S: A3 OK Fetch completed.",
                        "C: A4 APPEND INBOX (\\Seen) {5}",
                        "S: + OK",
                        "D: A b\r\n",
                        "C: ",
                        "S: A4 OK [APPENDUID 1 8] done",
                        "C: A5 IDLE",
                        "S: + idling",
                        "S: * 9 EXISTS",
                        "C: DONE"));
    }

    @Test
    void popMailIsShownBySizes() {
        assertEquals(
                List.of(
                        "S: UIDL",
                        "S: RETR 1",
                        "S: TOP 2 0",
                        "R: +OK",
                        "R: 1 abc",
                        "R: … (11 bytes)",
                        "R: .",
                        "R: +OK 26 octets",
                        "R: {25 bytes}",
                        "R: -ERR gone"),
                Talk.of(
                        Dialects.POP3,
                        "!",
                        "C: UIDL",
                        "C: RETR 1",
                        "C: TOP 2 0",
                        "S: +OK",
                        "S: 1 abc",
                        "S: not a UIDL!",
                        "S: .",
                        "S: +OK 26 octets",
                        "S: Subject: plan",
                        "S: ",
                        "S: +OK ..",
                        "S: .",
                        "S: -ERR gone"));
    }

    @Test
    void aLineIsCutAndMadeVisible() {
        List<String> shown =
                Talk.of(Dialects.IMAP, "!", "S: * OK \u001b[2J\u202e" + "x".repeat(1_000));
        assertTrue(shown.getFirst().startsWith("R: * OK ·[2J·xxx"), shown::toString);
        assertEquals("R: ".length() + 512 + 1, shown.getFirst().length());
    }

    @Test
    void aLineWithoutEndIsNotFollowedForEver() {
        List<String> shown =
                Talk.of(Dialects.IMAP, "!", "B: " + "x".repeat(200_000), "S: * OK more");
        assertEquals(List.of("N: too long a line came; no more is shown"), shown);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
