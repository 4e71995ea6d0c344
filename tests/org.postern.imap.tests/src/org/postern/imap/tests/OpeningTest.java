package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestUser;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** From the greeting to the session, word by word. */
class OpeningTest {

    private static final String PASSWORD = "pa\"ss\\word";
    private static final String BASE64 =
            Base64.getEncoder()
                    .encodeToString(("\0joe\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static MailSession open(ScriptedServer server, TestUser user) throws MailException {
        return Sessions.open(
                Sessions.request(
                        "localhost", server.port(), Security.NONE, user, Duration.ofSeconds(10)));
    }

    private static Failure failure(ScriptedServer server, TestUser user) {
        return assertThrows(MailException.class, () -> open(server, user)).failure();
    }

    private static final TestUser JOE = new TestUser("joe", PASSWORD);

    private static void opens(Script script, TestUser user) throws Exception {
        try (ScriptedServer server = script.start()) {
            try (MailSession session = open(server, user)) {
                assertEquals(Security.NONE, session.posture().orElseThrow().security());
            }
            server.assertDone();
        }
    }

    @Test
    void believesTheCapabilitiesOfGreetingAndLogin() throws Exception {
        opens(
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi")
                        .expect("{tag} AUTHENTICATE PLAIN " + BASE64)
                        .send("{tag} OK [CAPABILITY IMAP4rev1] in")
                        .expect("{tag} LOGOUT")
                        .send("* BYE", "{tag} OK"),
                JOE);
    }

    @Test
    void asksForCapabilitiesThatNobodyTold() throws Exception {
        opens(
                ScriptedServer.plain()
                        .send("* OK hi")
                        .expect("{tag} CAPABILITY")
                        .send("* CAPABILITY IMAP4rev1 AUTH=PLAIN", "{tag} OK")
                        .expect("{tag} AUTHENTICATE PLAIN")
                        .send("+ ")
                        .expect(BASE64)
                        .send("{tag} OK in")
                        .expect("{tag} CAPABILITY")
                        .send("* CAPABILITY IMAP4rev1", "{tag} OK")
                        .expect("{tag} LOGOUT")
                        .send("{tag} OK"),
                JOE);
    }

    @Test
    void quotesInLoginWhatNeedsIt() throws Exception {
        opens(
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1] hi")
                        .expect("{tag} LOGIN \"joe\" \"pa\\\"ss\\\\word\"")
                        .send("* CAPABILITY IMAP4rev1", "{tag} OK in")
                        .expect("{tag} LOGOUT")
                        .send("{tag} OK"),
                JOE);
    }

    @Test
    void sendsOtherThanAsciiAsLiteral() throws Exception {
        opens(
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1] hi")
                        .expect("{tag} LOGIN {4}")
                        .send("+ go on")
                        .expectBytes("4")
                        .expect(" {6}")
                        .send("+ go on")
                        .expectBytes("6")
                        .expect("")
                        .send("{tag} OK [CAPABILITY IMAP4rev1] in")
                        .expect("{tag} LOGOUT")
                        .send("{tag} OK"),
                new TestUser("jöe", "fünf!"));
    }

    @Test
    void sendsLiteralsAtOnceWhereTheServerTakesThem() throws Exception {
        opens(
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1 LITERAL-] hi")
                        .expect("{tag} LOGIN {4+}")
                        .expectBytes("4")
                        .expect(" \"x\"")
                        .send("{tag} OK [CAPABILITY IMAP4rev1] in")
                        .expect("{tag} LOGOUT")
                        .send("{tag} OK"),
                new TestUser("jöe", "x"));
    }

    @Test
    void saysNothingWhereLoginIsDisabled() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN LOGINDISABLED] hi")
                        .expectClose()
                        .start()) {
            assertInstanceOf(Failure.LoginDisabled.class, failure(server, JOE));
            server.assertDone();
            server.wire().assertNever(PASSWORD);
            assertEquals(0, server.wire().size());
        }
    }

    @Test
    void aServerThatWantsPrivacyHasLoginDisabled() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi")
                        .expect("{tag} AUTHENTICATE PLAIN {x}")
                        .send("{tag} NO [PRIVACYREQUIRED] use TLS")
                        .start()) {
            assertInstanceOf(Failure.LoginDisabled.class, failure(server, JOE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass\r\nA9 LOGOUT", "pass\nword", "pass\0word"})
    void refusesALineBreakInThePassword(String password) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1] hi")
                        .expectClose()
                        .start()) {
            Failure failure = failure(server, new TestUser("joe", password));
            assertInstanceOf(Failure.BadSettings.class, failure);
            server.assertDone();
        }
    }

    @Test
    void refusesALineBreakInTheUserName() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1] hi")
                        .expectClose()
                        .start()) {
            MailException refused =
                    assertThrows(
                            MailException.class,
                            () -> Sessions.open(calling(server, "joe\r\nA9 LOGOUT")));
            assertInstanceOf(Failure.BadSettings.class, refused.failure());
            server.assertDone();
        }
    }

    private static OpenRequest calling(ScriptedServer server, String user) {
        OpenRequest joes =
                Sessions.request(
                        "localhost", server.port(), Security.NONE, JOE, Duration.ofSeconds(10));
        return new OpenRequest(
                joes.account(),
                joes.location(),
                joes.endpoint(),
                joes.security(),
                user,
                joes.credentials(),
                joes.timeouts());
    }

    @Test
    void tellsTheCodeOfARejectedLogin() throws Exception {
        try (ScriptedServer server = rejecting("{tag} NO [EXPIRED] password too old")) {
            Failure.LoginRejected rejected =
                    assertInstanceOf(Failure.LoginRejected.class, failure(server, JOE));
            assertEquals(Optional.of("EXPIRED"), rejected.code());
            assertEquals("password too old", rejected.said());
        }
    }

    private static ScriptedServer rejecting(String... lines) throws Exception {
        return ScriptedServer.plain()
                .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi")
                .expect("{tag} AUTHENTICATE PLAIN {x}")
                .send(lines)
                .hangUp()
                .start();
    }

    @Test
    void neverShowsAPasswordThatTheServerEchoes() throws Exception {
        String escaped = "pa\\\"ss\\\\word";
        for (String echo : List.of(PASSWORD, BASE64, escaped)) {
            for (String answer :
                    List.of(
                            "{tag} NO bad " + echo,
                            "* BYE " + echo,
                            "! " + echo,
                            "{tag} " + echo)) {
                try (ScriptedServer server = rejecting(answer)) {
                    MailException failed =
                            assertThrows(MailException.class, () -> open(server, JOE));
                    assertFalse(failed.toString().contains(echo), answer);
                    assertFalse(failed.failure().toString().contains(echo), answer);
                }
            }
        }
    }

    @Test
    void doesNotLogInToASessionThatIsSomebodyElsesAlready() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain().send("* PREAUTH welcome root").expectClose().start()) {
            assertInstanceOf(Failure.PreAuthenticated.class, failure(server, JOE));
        }
    }

    @Test
    void aServerHasFewBytesBeforeTheLogin() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* OK hi")
                        .expect("{tag} CAPABILITY")
                        .sendForever("* CAPABILITY IMAP4rev1 AND=SO AND=ON")
                        .start()) {
            assertInstanceOf(Failure.LimitExceeded.class, failure(server, JOE));
        }
    }

    @Test
    void aRejectionThatNeverComesIsATimeOutOfTheLogin() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi")
                        .expect("{tag} AUTHENTICATE PLAIN {x}")
                        .hang()
                        .start()) {
            MailException late =
                    assertThrows(
                            MailException.class,
                            () -> Sessions.open(server, Duration.ofMillis(300)));
            Failure.TimedOut failure = assertInstanceOf(Failure.TimedOut.class, late.failure());
            assertEquals(Step.LOGIN, failure.step());
        }
    }

    @Test
    void enablesWhatTheServerOffers() throws Exception {
        try (ScriptedServer server =
                        Sessions.loggedIn("ENABLE QRESYNC UTF8=ACCEPT")
                                .expect("{tag} ENABLE QRESYNC UTF8=ACCEPT")
                                .send("* ENABLED QRESYNC UTF8=ACCEPT", "{tag} OK on")
                                .expect("{tag} LIST \"\" \"*\"")
                                .sendRaw("* LIST () \"/\" \"Entwürfe\"\r\n")
                                .send("{tag} OK")
                                .expect("{tag} LSUB \"\" \"*\"")
                                .send("{tag} OK")
                                .start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            var drafts = session.mailboxes(new NullProgressMonitor()).get(0);
            assertEquals(List.of("Entwürfe"), drafts.path());
            server.assertDone();
        }
    }
}
