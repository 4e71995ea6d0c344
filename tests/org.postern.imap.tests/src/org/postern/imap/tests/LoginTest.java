package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said in a login, word by word. */
class LoginTest {

    private static final LoginWish TOKEN = new LoginWish(LoginWish.Kind.TOKEN, Set.of());

    private static OpenRequest request(
            ScriptedServer server,
            Security security,
            LoginWish wish,
            OpenRequest.Credentials credentials) {
        OpenRequest usual =
                Sessions.request(
                        "localhost", server.port(), security, Sessions.JOE, Duration.ofSeconds(10));
        return new OpenRequest(
                usual.account(),
                usual.location(),
                usual.endpoint(),
                security,
                "joe",
                credentials,
                usual.timeouts(),
                wish);
    }

    private static Failure failure(OpenRequest request) {
        return assertThrows(MailException.class, () -> Sessions.open(request)).failure();
    }

    private static Secret secret() {
        return Secret.of("x".toCharArray());
    }

    private static Secret nobodyMayAsk() {
        throw new AssertionError("the secret was asked for");
    }

    private static Script offering(Script server, String capabilities) {
        return server.send("* OK [CAPABILITY IMAP4rev1 " + capabilities + "] hi");
    }

    @Test
    void inClearAServerThatLetsNobodyLogInIsAskedForNothing() throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.plain(), "LOGINDISABLED AUTH=GSSAPI AUTH=X-OWN")
                        .expectClose()
                        .start()) {
            Failure failure =
                    failure(
                            request(
                                    server,
                                    Security.NONE,
                                    LoginWish.PASSWORD,
                                    LoginTest::nobodyMayAsk));
            assertInstanceOf(Failure.LoginDisabled.class, failure);
            server.assertDone();
        }
    }

    @Test
    void underTlsNothingInCommonIsToldWithTheOffer() throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.tls(), "LOGINDISABLED AUTH=GSSAPI AUTH=X-OWN")
                        .expectClose()
                        .start()) {
            Failure failure =
                    failure(
                            request(
                                    server,
                                    Security.TLS,
                                    LoginWish.PASSWORD,
                                    LoginTest::nobodyMayAsk));
            assertEquals(
                    List.of("GSSAPI", "X-OWN"),
                    assertInstanceOf(Failure.MechanismMissing.class, failure).offered());
            server.assertDone();
        }
    }

    @ParameterizedTest
    @CsvSource({"XOAUTH2, ''", "OAUTHBEARER, AQ=="})
    void anObjectionToATokenIsAnsweredAndTold(String mechanism, String dummy) throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.tls(), "SASL-IR AUTH=PLAIN AUTH=" + mechanism)
                        .expect("{tag} AUTHENTICATE " + mechanism + " {initial}")
                        .send("+ eyJzdGF0dXMiOiI0MDAifQ==")
                        .expect(dummy)
                        .send("{tag} NO [AUTHENTICATIONFAILED] expired")
                        .expectClose()
                        .start()) {
            Failure failure =
                    failure(
                            request(
                                    server,
                                    Security.TLS,
                                    TOKEN,
                                    () -> Secret.of("t0ken".toCharArray())));
            Failure.LoginRejected rejected = assertInstanceOf(Failure.LoginRejected.class, failure);
            assertEquals("expired ({\"status\":\"400\"})", rejected.said());
            assertEquals(Optional.of("AUTHENTICATIONFAILED"), rejected.code());
            server.assertDone();
        }
    }

    @Test
    void aTokenIsNotTriedInClear() throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.plain(), "AUTH=XOAUTH2").expectClose().start()) {
            assertInstanceOf(
                    Failure.MechanismMissing.class,
                    failure(request(server, Security.NONE, TOKEN, LoginTest::nobodyMayAsk)));
        }
    }

    /** RFC 2221: a referral would lead the password elsewhere. */
    @Test
    void aReferralInTheRefusalIsNotFollowed() throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.plain(), "SASL-IR AUTH=PLAIN LOGIN-REFERRALS")
                        .expect("{tag} AUTHENTICATE PLAIN {initial}")
                        .send("{tag} NO [REFERRAL imap://joe@other.example/] there")
                        .expectClose()
                        .start()) {
            OpenRequest request =
                    request(server, Security.NONE, LoginWish.PASSWORD, LoginTest::secret);
            Failure.LoginRejected rejected =
                    assertInstanceOf(Failure.LoginRejected.class, failure(request));
            assertEquals(Optional.of("REFERRAL"), rejected.code());
            server.assertDone();
        }
    }

    @Test
    void aReferralBesideTheWelcomeIsNotFollowed() throws Exception {
        try (ScriptedServer server =
                        offering(ScriptedServer.plain(), "SASL-IR AUTH=PLAIN LOGIN-REFERRALS")
                                .expect("{tag} AUTHENTICATE PLAIN {initial}")
                                .send("{tag} OK [REFERRAL imap://joe@other.example/] in")
                                .expect("{tag} CAPABILITY")
                                .send("* CAPABILITY IMAP4rev1", "{tag} OK")
                                .expect("{tag} LOGOUT")
                                .send("* BYE", "{tag} OK")
                                .start();
                MailSession session =
                        Sessions.open(
                                request(
                                        server,
                                        Security.NONE,
                                        LoginWish.PASSWORD,
                                        LoginTest::secret))) {
            assertEquals(Security.NONE, session.posture().orElseThrow().security());
        }
    }

    /** RFC 2193. */
    @Test
    void aReferralToAMailboxElsewhereIsNotFollowed() throws Exception {
        try (ScriptedServer server =
                        Sessions.loggedIn("MAILBOX-REFERRALS")
                                .expect("{tag} EXAMINE \"Box\"")
                                .send("{tag} NO [REFERRAL imap://other.example/Box] moved")
                                .expect("{tag} LOGOUT")
                                .send("{tag} OK")
                                .start();
                MailSession session = Sessions.open(server, Duration.ofSeconds(10))) {
            assertThrows(
                    MailException.class,
                    () ->
                            session.changes(
                                    "Box",
                                    Optional.empty(),
                                    new HeardChanges(),
                                    new NullProgressMonitor()));
            session.close();
            server.assertDone();
        }
    }

    /** LOGINDISABLED is about passwords that the server would see. */
    @Test
    void aProofMayGoInClearWhereAPasswordMayNot() throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.plain(), "LOGINDISABLED AUTH=PLAIN AUTH=SCRAM-SHA-256")
                        .expect("{tag} AUTHENTICATE SCRAM-SHA-256")
                        .send("{tag} NO [UNAVAILABLE] not now")
                        .expectClose()
                        .start()) {
            OpenRequest request =
                    request(server, Security.NONE, LoginWish.PASSWORD, LoginTest::secret);
            Failure.LoginRejected rejected =
                    assertInstanceOf(Failure.LoginRejected.class, failure(request));
            assertEquals(Optional.of("UNAVAILABLE"), rejected.code());
            server.assertDone();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ not base64!", "+ " + "A"})
    void aChallengeThatIsNoneEndsTheConnection(String challenge) throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.plain(), "AUTH=SCRAM-SHA-256")
                        .expect("{tag} AUTHENTICATE SCRAM-SHA-256")
                        .send(challenge)
                        .expectClose()
                        .start()) {
            OpenRequest request =
                    request(server, Security.NONE, LoginWish.PASSWORD, LoginTest::secret);
            assertInstanceOf(Failure.ProtocolError.class, failure(request));
            server.assertDone();
        }
    }

    @Test
    void aServerThatAcceptsWithoutProofIsNotBelieved() throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.plain(), "SASL-IR AUTH=SCRAM-SHA-256")
                        .expect("{tag} AUTHENTICATE SCRAM-SHA-256 {initial}")
                        .send("{tag} OK welcome")
                        .expectClose()
                        .start()) {
            OpenRequest request =
                    request(server, Security.NONE, LoginWish.PASSWORD, LoginTest::secret);
            assertInstanceOf(Failure.ServerNotProven.class, failure(request));
            server.assertDone();
        }
    }

    @Test
    void endlessQuestionsEndInAFailure() throws Exception {
        try (ScriptedServer server =
                offering(ScriptedServer.plain(), "AUTH=LOGIN")
                        .expect("{tag} AUTHENTICATE LOGIN")
                        .sendForever("+ UGFzc3dvcmQ6")
                        .start()) {
            OpenRequest request =
                    request(server, Security.NONE, LoginWish.PASSWORD, LoginTest::secret);
            assertInstanceOf(Failure.ProtocolError.class, failure(request));
        }
    }
}
