package org.postern.net.tests.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.LoginWish;
import org.postern.net.LoginWish.Kind;
import org.postern.net.sasl.MechanismChoice;
import org.postern.net.sasl.SaslTalk;

import java.util.List;
import java.util.Set;

/** Messages as lines. */
class SaslTalkTest {

    private static final String PLAIN = "AGpvZQBzZWNyZXQ=";
    private static final FakeConnection TLS = FakeConnection.tls("TLSv1.3").showing();

    private static SaslTalk talk(String name) throws MailException {
        Kind kind = name.equals("EXTERNAL") ? Kind.CERTIFICATE : Kind.PASSWORD;
        MechanismChoice choice =
                MechanismChoice.strongest(
                                List.of(name),
                                new LoginWish(kind, Set.of()),
                                TLS.posture().security(),
                                TLS)
                        .orElseThrow();
        try (Secret secret = Secret.of("secret".toCharArray())) {
            return new SaslTalk(choice.begin("joe", secret), FakeConnection.PEER);
        }
    }

    private static String initial(SaslTalk talk, int longest) {
        return talk.initial(longest).map(line -> new String(line, US_ASCII)).orElse("none");
    }

    private static Failure failure(SaslTalk talk, String challenge) {
        return assertThrows(MailException.class, () -> talk.answer(challenge)).failure();
    }

    @Test
    void theFirstMessageGoesWithTheCommand() throws Exception {
        SaslTalk talk = talk("PLAIN");
        assertEquals(PLAIN, initial(talk, 16));
        assertInstanceOf(Failure.ProtocolError.class, failure(talk, ""));
    }

    @Test
    void whatIsTooLongWaitsForAChallenge() throws Exception {
        SaslTalk talk = talk("PLAIN");
        assertEquals("none", initial(talk, 15));
        assertEquals(PLAIN, new String(talk.answer(" "), US_ASCII));
        assertInstanceOf(Failure.ProtocolError.class, failure(talk, ""));
    }

    @Test
    void nothingIsWrittenAsAnEqualsSignInACommandOnly() throws Exception {
        assertEquals("=", initial(talk("EXTERNAL"), 100));
        SaslTalk later = talk("EXTERNAL");
        assertEquals("none", initial(later, 0));
        assertEquals("", new String(later.answer(""), US_ASCII));
    }

    @Test
    void whereTheServerBeginsNothingGoesWithTheCommand() throws Exception {
        SaslTalk talk = talk("LOGIN");
        assertEquals("none", initial(talk, 100));
        assertEquals("am9l", new String(talk.answer("VXNlcm5hbWU6"), US_ASCII));
        assertEquals("c2VjcmV0", new String(talk.answer(" UGFzc3dvcmQ6 "), US_ASCII));
    }

    @Test
    void aChallengeMustBeBase64AndNotAbsurdlyLong() throws Exception {
        assertInstanceOf(Failure.ProtocolError.class, failure(talk("LOGIN"), "User:"));
        assertInstanceOf(Failure.LimitExceeded.class, failure(talk("LOGIN"), "A".repeat(20_000)));
    }
}
