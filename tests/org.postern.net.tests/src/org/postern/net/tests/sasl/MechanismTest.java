package org.postern.net.tests.sasl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.Login;
import org.postern.net.LoginWish;
import org.postern.net.LoginWish.Kind;
import org.postern.net.sasl.Mechanism;
import org.postern.net.sasl.MechanismChoice;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The other mechanisms, with the examples of their documents. */
class MechanismTest {

    private static final FakeConnection TLS = FakeConnection.tls("TLSv1.3").showing();

    private static Kind kind(String name) {
        return switch (name) {
            case "OAUTHBEARER", "XOAUTH2" -> Kind.TOKEN;
            case "EXTERNAL" -> Kind.CERTIFICATE;
            default -> Kind.PASSWORD;
        };
    }

    private static Mechanism begin(String name, String user, String secret) throws MailException {
        LoginWish wish = new LoginWish(kind(name), Set.of("CRAM-MD5"));
        MechanismChoice choice =
                MechanismChoice.strongest(List.of(name), wish, TLS.posture().security(), TLS)
                        .orElseThrow();
        try (Secret password = Secret.of(secret.toCharArray())) {
            return choice.begin(user, password);
        }
    }

    private static String first(Mechanism mechanism) {
        return new String(mechanism.first().orElseThrow(), UTF_8);
    }

    private static String answer(Mechanism mechanism, String challenge) throws MailException {
        return new String(mechanism.answer(challenge.getBytes(UTF_8)), UTF_8);
    }

    private static String refusal(String name, String user, String secret) {
        MailException thrown =
                assertThrows(MailException.class, () -> begin(name, user, secret).close());
        return assertInstanceOf(Failure.BadSettings.class, thrown.failure()).sentence();
    }

    @Test
    void plainSpeaksAsInRfc4616() throws Exception {
        Mechanism plain = begin("PLAIN", "tim", "tanstaaftanstaaf");
        assertEquals("\0tim\0tanstaaftanstaaf", first(plain));
        assertEquals(new Login("PLAIN", true, false), plain.accepted());
        assertThrows(MailException.class, () -> answer(plain, ""));
    }

    /** §2 leaves the preparation to the server: what SCRAM could not carry goes as it was typed. */
    @ParameterizedTest
    @ValueSource(strings = {"quo\"te\\", "p\u00e4ss", "u\u0308", "\ue000\u200f", "tab\there"})
    void plainCarriesWhatWasTyped(String word) throws Exception {
        assertEquals("\0" + word + "\0" + word, first(begin("PLAIN", word, word)));
    }

    @Test
    void loginAnswersTwoQuestionsWhateverTheyAre() throws Exception {
        Mechanism login = begin("LOGIN", "j\u00f6", "pass,\"\\word");
        assertTrue(login.first().isEmpty());
        assertEquals("j\u00f6", answer(login, "User Name\0"));
        assertEquals("pass,\"\\word", answer(login, ""));
        assertEquals(new Login("LOGIN", true, false), login.accepted());
        assertThrows(MailException.class, () -> answer(login, "Password:"));
    }

    @Test
    void cramMd5SpeaksAsInRfc2195() throws Exception {
        Mechanism cram = begin("CRAM-MD5", "tim", "tanstaaftanstaaf");
        assertTrue(cram.first().isEmpty());
        assertEquals(
                "tim b913a602c7eda7a495b4e6e7334d3890",
                answer(cram, "<1896.697170952@postoffice.reston.mci.net>"));
        assertEquals(new Login("CRAM-MD5", false, false), cram.accepted());
        assertThrows(MailException.class, () -> answer(cram, "again"));
    }

    @Test
    void oauthBearerSpeaksAsInRfc7628() throws Exception {
        String token = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==";
        Mechanism bearer = begin("OAUTHBEARER", "user@example.com", token);
        assertEquals(
                "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9Q"
                        + "mVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB",
                Base64.getEncoder().encodeToString(bearer.first().orElseThrow()));
        assertEquals(new Login("OAUTHBEARER", true, false), bearer.accepted());
    }

    @Test
    void xoauth2SpeaksAsGoogleDescribesIt() throws Exception {
        String token = "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg";
        Mechanism bearer = begin("XOAUTH2", "someuser@example.com", token);
        assertEquals(
                "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSb"
                        + "GNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==",
                Base64.getEncoder().encodeToString(bearer.first().orElseThrow()));
    }

    /** RFC 7628 §3.2.3: the dummy, then the server's no. */
    @ParameterizedTest
    @CsvSource({"OAUTHBEARER, '\u0001'", "XOAUTH2, ''"})
    void anObjectionToATokenIsAnsweredAndTold(String name, String dummy) throws Exception {
        Mechanism bearer = begin(name, "joe", "t0ken");
        first(bearer);
        assertEquals(dummy, answer(bearer, "{\"status\":\"invalid_token\"}"));
        assertEquals(
                new Failure.LoginRejected(
                        FakeConnection.PEER,
                        "no ({\"status\":\"invalid_token\"})",
                        Optional.of("AUTHENTICATIONFAILED")),
                bearer.refused("no", Optional.of("AUTHENTICATIONFAILED")));
        assertThrows(MailException.class, bearer::accepted);
        assertThrows(MailException.class, () -> answer(bearer, "{}"));
    }

    @Test
    void aTokensUserIsEscaped() throws Exception {
        assertTrue(first(begin("OAUTHBEARER", "a=b,c", "t")).startsWith("n,a=a=3Db=2Cc,\1host="));
    }

    @Test
    void externalSaysNothing() throws Exception {
        Mechanism external = begin("EXTERNAL", "", "");
        assertArrayEquals(new byte[0], external.first().orElseThrow());
        assertEquals("", answer(external, ""));
        assertEquals(new Login("EXTERNAL", false, true), external.accepted());
        assertThrows(MailException.class, () -> answer(external, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, '', secret, The account has no user name.",
        "PLAIN, 'joe\r\nx', secret, The user name has a line break",
        "PLAIN, 'joe\n', secret, The user name has a line break",
        "LOGIN, 'j\0e', secret, The user name has a NUL",
        "LOGIN, joe, '', The password is empty.",
        "PLAIN, joe, 'sec\nret', The password has a line break",
        "CRAM-MD5, joe, 'sec\0ret', The password has a NUL",
        "SCRAM-SHA-256, joe, 'sec\rret', The password has a line break",
        "SCRAM-SHA-256, joe, 'sec\tret', The password has a character",
        "SCRAM-SHA-1, 'jo\ue000', secret, The user name has a character",
        "SCRAM-SHA-1, joe, '\u00ad', The password is empty.",
        "XOAUTH2, joe, 'to ken', The access token has a blank",
        "XOAUTH2, joe, 'to\nken', The access token has a line break",
        "OAUTHBEARER, joe, '', The access token is empty.",
        "OAUTHBEARER, 'jo\u0001e', token, The user name has a control character",
    })
    void whatCannotBeCarriedIsNamed(String name, String user, String secret, String sentence) {
        String refusal = refusal(name, user, secret);
        assertTrue(refusal.startsWith(sentence), refusal);
        assertFalse(!secret.isEmpty() && refusal.contains(secret), refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"})
    void aServerThatEchoesTheSecretIsNotQuoted(String name) throws Exception {
        String secret = "se\"cr\\et";
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
        try (Mechanism mechanism = begin(name, "joe", secret)) {
            String said = "bad " + secret + " or se\\\"cr\\\\et or " + base64;
            Failure failure = mechanism.refused(said, Optional.empty());
            assertEquals(
                    new Failure.LoginRejected(
                            FakeConnection.PEER, "bad … or … or …", Optional.empty()),
                    failure);
        }
    }
}
