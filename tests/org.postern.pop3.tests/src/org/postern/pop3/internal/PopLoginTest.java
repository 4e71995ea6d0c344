package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestUser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

class PopLoginTest {

    private static final NullProgressMonitor QUIET = new NullProgressMonitor();

    @Test
    void usesAuthPlainWhereItIsOffered() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("+OK ready")
                                .expect("CAPA")
                                .send("+OK", "SASL LOGIN PLAIN", "USER", ".")
                                .expect("AUTH PLAIN " + plain("zoë", "pässword \"x\""))
                                .send("+OK")
                                .expect("CAPA")
                                .send("+OK", ".")
                                .start();
                PopSession session = PopHarness.open(server, "zoë", "pässword \"x\"", QUIET)) {
            server.assertDone();
        }
    }

    @Test
    void waitsForTheGoAheadWithALongPassword() throws Exception {
        String password = "p".repeat(300);
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("+OK ready")
                                .expect("CAPA")
                                .send("+OK", "SASL PLAIN", ".")
                                .expect("AUTH PLAIN")
                                .send("+ ")
                                .expect(plain("ann", password))
                                .send("+OK")
                                .expect("CAPA")
                                .send("+OK", ".")
                                .start();
                PopSession session = PopHarness.open(server, "ann", password, QUIET)) {
            server.assertDone();
        }
    }

    @Test
    void sendsNothingWhenTheServerLetsNobodyLogIn() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("+OK", "STLS", "UIDL", ".")
                        .expectClose()
                        .start()) {
            assertInstanceOf(Failure.LoginDisabled.class, failure(server, "ann", "secret"));
            server.assertDone();
            server.clear().assertNever("secret");
        }
    }

    @Test
    void aWrongPasswordIsToldWithTheServersWords() throws Exception {
        try (ScriptedServer server = refusing("-ERR [AUTH] no such user")) {
            Failure.LoginRejected rejected =
                    assertInstanceOf(Failure.LoginRejected.class, failure(server, "ann", "x"));
            assertEquals("no such user", rejected.said());
            assertEquals(Optional.of("AUTH"), rejected.code());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[IN-USE] locked",
                "[SYS/TEMP] down",
                "[SYS/PERM] broken",
                "[LOGIN-DELAY] wait"
            })
    void aLockedMaildropOrAnIllServerIsToldByItsCode(String said) throws Exception {
        try (ScriptedServer server = refusing("-ERR " + said)) {
            Failure.LoginRejected rejected =
                    assertInstanceOf(Failure.LoginRejected.class, failure(server, "ann", "x"));
            String code = said.substring(1, said.indexOf(']'));
            assertEquals(Optional.of(code), rejected.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann\r\nDELE 1", "ann\n", "\u0000ann"})
    void refusesAUserNameThatWouldBeTwoLines(String user) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("-ERR")
                        .expectClose()
                        .start()) {
            assertInstanceOf(Failure.BadSettings.class, failure(server, user, "x"));
            server.assertDone();
        }
    }

    @Test
    void refusesAPasswordThatWouldBeTwoLines() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("-ERR")
                        .expectClose()
                        .start()) {
            assertInstanceOf(Failure.BadSettings.class, failure(server, "ann", "x\r\nDELE 1"));
            server.assertDone();
        }
    }

    @Test
    void nothingInCommonIsToldWithTheOffer() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("+OK", "SASL GSSAPI XOAUTH2", ".")
                        .expectClose()
                        .start()) {
            assertEquals(
                    List.of("GSSAPI", "XOAUTH2"),
                    assertInstanceOf(Failure.MechanismMissing.class, failure(server, "ann", "x"))
                            .offered());
            server.assertDone();
        }
    }

    @Test
    void answersTheQuestionsOfScram() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("+OK", "SASL SCRAM-SHA-1 PLAIN", ".")
                        .expect("AUTH SCRAM-SHA-1 {initial}")
                        .send("+ bT14")
                        .expectClose()
                        .start()) {
            assertEquals(
                    "asks for an extension that nobody knows",
                    assertInstanceOf(Failure.ServerNotProven.class, failure(server, "ann", "x"))
                            .detail());
            server.assertDone();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ !", "+OK welcome", "* OK", "+"})
    void anAnswerThatDoesNotBelongEndsTheLogin(String answer) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("+OK", "SASL SCRAM-SHA-256", ".")
                        .expect("AUTH SCRAM-SHA-256 {initial}")
                        .send(answer)
                        .expectClose()
                        .start()) {
            Failure failure = failure(server, "ann", "x");
            assertTrue(
                    failure instanceof Failure.ProtocolError
                            || failure instanceof Failure.ServerNotProven,
                    failure.toString());
            server.assertDone();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ERR bad command PASS s3cr3t", "what? s3cr3t"})
    void aServerThatEchoesThePasswordIsNotQuoted(String answer) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("-ERR")
                        .expect("USER ann")
                        .send("+OK")
                        .expect("PASS s3cr3t")
                        .send(answer)
                        .expectClose()
                        .start()) {
            String shown = failure(server, "ann", "s3cr3t").toString();
            assertFalse(shown.contains("s3cr3t"), shown);
            assertTrue(shown.contains("…"), shown);
            server.assertDone();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SASL PLAIN, 1, 'AUTH PLAIN '",
        "USER, 2, 'PASS '",
    })
    void theSecretGoesWhereNoLogHears(String capability, int commands, String shown)
            throws Exception {
        String password = PopHarness.PASSWORD;
        String secret = capability.equals("USER") ? password : plain("ann", password);
        String accepted = "+OK\r\n".repeat(commands);
        String said = "+OK\r\n" + capability + "\r\n.\r\n" + accepted + "-ERR\r\n";
        SpokenConnection connection =
                new SpokenConnection(said.getBytes(StandardCharsets.US_ASCII));
        TestUser ann = new TestUser("ann", password);
        PopSession.open(
                        PopHarness.request(110, Security.NONE, ann, LoginWish.PASSWORD),
                        (request, monitor) -> connection,
                        QUIET)
                .close();
        assertEquals(secret, connection.hiddenText());
        assertTrue(connection.shownText().contains(shown + "\r\n"), connection.shownText());
        assertFalse(connection.shownText().contains(secret), connection.shownText());
    }

    private static ScriptedServer refusing(String answer) throws Exception {
        return ScriptedServer.plain()
                .send("+OK ready")
                .expect("CAPA")
                .send("-ERR")
                .expect("USER ann")
                .send("+OK")
                .expect("PASS x")
                .send(answer)
                .start();
    }

    private static Failure failure(ScriptedServer server, String user, String password) {
        return assertThrows(
                        MailException.class, () -> PopHarness.open(server, user, password, QUIET))
                .failure();
    }

    private static String plain(String user, String password) {
        byte[] message = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(message);
    }
}
