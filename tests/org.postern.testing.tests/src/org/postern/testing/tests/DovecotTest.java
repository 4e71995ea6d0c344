package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.RawPop;
import org.postern.testing.TestMail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@Timeout(60)
class DovecotTest {
    private static final byte[] MAIL =
            "From: a@example.org\r\nSubject: Hello\r\n\r\n.Hi\r\n".getBytes(US_ASCII);
    private static Dovecot dovecot;

    @BeforeAll
    static void start() throws Exception {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stop() throws Exception {
        dovecot.close();
    }

    @Test
    void speaksImapInClearAndOffersStartTls() throws Exception {
        try (Line clear = Line.plain(dovecot.imapPort())) {
            assertTrue(clear.read().contains("STARTTLS"));
            assertEquals("a OK", clear.write("a STARTTLS\r\n").read().substring(0, 4));
            try (Line client = clear.upgraded()) {
                client.write("b LOGOUT\r\n");
                assertTrue(client.read().startsWith("* BYE"));
            }
        }
    }

    @Test
    void speaksImapsWithTheSoundCertificate() throws Exception {
        try (Line client = Line.tls(dovecot.imapsPort())) {
            assertTrue(client.read().startsWith("* OK"));
        }
    }

    @Test
    void speaksPopInClearAndOffersStls() throws Exception {
        try (Line clear = Line.plain(dovecot.popPort())) {
            assertTrue(clear.read().startsWith("+OK"));
            assertTrue(clear.write("STLS\r\n").read().startsWith("+OK"));
            try (Line client = clear.upgraded()) {
                assertTrue(client.write("QUIT\r\n").read().startsWith("+OK"));
            }
        }
    }

    @Test
    void speaksPopsWithTheSoundCertificate() throws Exception {
        try (Line client = Line.tls(dovecot.popsPort())) {
            assertTrue(client.read().startsWith("+OK"));
        }
    }

    @Test
    void speaksClearTextOnPortsThatLookLikeTls() throws Exception {
        try (Line imap = Line.plain(dovecot.mislabelledImapsPort());
                Line pop = Line.plain(dovecot.mislabelledPopsPort())) {
            assertTrue(imap.read().startsWith("* OK"));
            assertTrue(pop.read().startsWith("+OK"));
        }
    }

    @Test
    void keepsWhatIsAppended() throws Exception {
        long uid = dovecot.append("Archive", MAIL, "\\Seen");
        try (RawImap client = dovecot.raw().select("Archive")) {
            assertEquals(List.of(uid), client.uids());
            assertTrue(client.flags(uid).contains("\\Seen"));
            assertArrayEquals(MAIL, client.message(uid));
            client.addFlags(uid, "\\Flagged").removeFlags(uid, "\\Seen");
            assertTrue(client.flags(uid).contains("\\Flagged"));
            assertFalse(client.flags(uid).contains("\\Seen"));
            assertEquals(List.of(), client.expunge(uid).uids());
        }
    }

    @Test
    void takesManyMessagesAtOnce() throws Exception {
        List<Long> uids = dovecot.append("Sent", TestMail.series(50));
        try (RawImap client = dovecot.raw().select("Sent")) {
            assertEquals(uids, client.uids());
            assertArrayEquals(TestMail.series(50).getLast(), client.message(uids.getLast()));
        }
    }

    @Test
    void givesMailToPopAndDeletesIt() throws Exception {
        dovecot.append("INBOX", MAIL);
        try (RawPop client = login()) {
            Map<Integer, String> ids = client.uidl();
            assertEquals(1, ids.size());
            assertArrayEquals(MAIL, client.retrieve(1));
            client.delete(1).quit();
        }
        try (RawPop client = login()) {
            assertEquals(Map.of(), client.uidl());
        }
    }

    private static RawPop login() throws Exception {
        var user = dovecot.user();
        return RawPop.tls(dovecot.host(), dovecot.popsPort()).login(user.name(), user.password());
    }

    @Test
    void namesSpecialUses() throws Exception {
        try (RawImap client = dovecot.raw()) {
            String list = String.join("\n", client.command("LIST \"\" *"));
            for (String use : List.of("Drafts", "Sent", "Archive", "Junk", "Trash")) {
                assertTrue(list.contains("\\" + use + ")"), list);
            }
        }
    }

    @Test
    void offersCompression() throws Exception {
        try (RawImap client = dovecot.raw()) {
            String capabilities = client.command("CAPABILITY").getFirst();
            assertTrue(capabilities.contains("COMPRESS=DEFLATE"), capabilities);
        }
    }

    @Test
    void refusesAWrongPasswordAtOnce() throws Exception {
        try (RawImap client = RawImap.plain(dovecot.host(), dovecot.imapPort())) {
            var failure =
                    assertThrows(IllegalStateException.class, () -> client.login("joe", "wrong"));
            assertTrue(failure.getMessage().contains("AUTHENTICATIONFAILED"));
            assertFalse(failure.getMessage().contains("wrong"));
        }
    }

    @Test
    void obeysDoveadm() throws Exception {
        dovecot.doveadm("mailbox", "create", "-u", "joe", "Made");
        dovecot.doveadm("mailbox", "update", "-u", "joe", "--uid-validity", "77", "Made");
        try (RawImap client = dovecot.raw()) {
            String status = client.command("STATUS Made (UIDVALIDITY)").getFirst();
            assertEquals("* STATUS Made (UIDVALIDITY 77)", status);
        }
        var failure = assertThrows(IllegalStateException.class, () -> dovecot.doveadm("nonsense"));
        assertTrue(failure.getMessage().startsWith("nonsense failed"), failure.getMessage());
    }

    @Test
    void tellsWhatToInstallWhenItIsMissing() {
        var setup = Dovecot.with().program(Path.of("/nowhere/dovecot"));
        var failure = assertThrows(IllegalStateException.class, setup::start);
        assertEquals(
                "/nowhere/dovecot is missing. On Debian: "
                        + "apt-get install dovecot-core dovecot-imapd dovecot-pop3d",
                failure.getMessage());
    }

    @Test
    void showsTheLogWhenItDoesNotStart() {
        var setup = Dovecot.with().setting("no_such_setting = 1");
        var failure = assertThrows(IllegalStateException.class, setup::start);
        assertTrue(failure.getMessage().contains("no_such_setting"), failure.getMessage());
    }
}
