package org.postern.net.tests.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.postern.net.Login;
import org.postern.net.internal.sasl.Gs2;
import org.postern.net.internal.sasl.Scram;
import org.postern.net.internal.sasl.ScramHash;

import java.util.Base64;
import java.util.Optional;

/** SCRAM to the letter, and what a server may not do in it. */
class ScramTest {

    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String FIRST =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                    + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private static final String LAST = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    private static Scram scram(ScramHash hash, String nonce) throws MailException {
        byte[] user = "user".getBytes(UTF_8);
        byte[] password = "pencil".getBytes(UTF_8);
        return Scram.of(FakeConnection.PEER, hash, Gs2.UNABLE, user, password, nonce);
    }

    private static Scram begun() throws MailException {
        return scram(ScramHash.SHA_256, NONCE);
    }

    private static String answer(Scram scram, String challenge) throws MailException {
        return new String(scram.answer(challenge.getBytes(UTF_8)), UTF_8);
    }

    private static String notProven(Scram scram, String challenge) {
        MailException thrown = assertThrows(MailException.class, () -> answer(scram, challenge));
        return assertInstanceOf(Failure.ServerNotProven.class, thrown.failure()).detail();
    }

    @Test
    void speaksAsInRfc5802() throws Exception {
        try (Scram scram = scram(ScramHash.SHA_1, "fyko+d2lbbFgONRv9qkxdawL")) {
            assertEquals(
                    "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
                    new String(scram.first().orElseThrow(), UTF_8));
            assertEquals(
                    "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                            + "p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
                    answer(
                            scram,
                            "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                    + "s=QSXCR+Q6sek8bf92,i=4096"));
            assertEquals("", answer(scram, "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="));
            assertEquals(new Login("SCRAM-SHA-1", false, false), scram.accepted());
        }
    }

    @Test
    void speaksAsInRfc7677() throws Exception {
        try (Scram scram = begun()) {
            assertEquals("n,,n=user,r=" + NONCE, new String(scram.first().orElseThrow(), UTF_8));
            assertEquals(
                    "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                            + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                    answer(scram, FIRST));
            assertEquals("", answer(scram, LAST));
            assertEquals(new Login("SCRAM-SHA-256", false, false), scram.accepted());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, asks for 1 iterations",
        "4095, asks for 4095 iterations",
        "600001, asks for 600001 iterations",
        "9999999999, asks for 9999999999 iterations",
        "0, a first message that is none",
        "-1, a first message that is none",
        "04096, a first message that is none",
        "99999999999, a first message that is none",
    })
    void boundsTheIterations(String count, String detail) throws Exception {
        assertEquals(detail, notProven(begun(), FIRST.replace("4096", count)));
    }

    @Test
    void takesTheMostIterationsInReasonableTime() throws Exception {
        assertTrue(answer(begun(), FIRST.replace("4096", "600000")).startsWith("c=biws,r="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rOprNGfwEbeRWgbNEkqO", "xOprNGfwEbeRWgbNEkqOabc", "rOprNGfw"})
    void theNonceMustExtendOurs(String nonce) throws Exception {
        assertEquals(
                "a nonce that does not extend ours",
                notProven(begun(), "r=" + nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "r=",
                "s=W22ZaJ0SNY7soEsUEjb6gQ==,r=rOprNGfwEbeRWgbNEkqOx,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22Za=J0,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,xx",
                "r=rOprNGfwEbeRWgbNEkqO\u0007,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO\u00e4,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                " r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
            })
    void readsTheFirstMessageToTheLetter(String message) throws Exception {
        notProven(begun(), message);
    }

    @Test
    void passesOverExtensionsThatAreNotMandatory() throws Exception {
        assertTrue(answer(begun(), FIRST + ",x=y,z=ä").startsWith("c=biws,r="));
    }

    @Test
    void refusesAnExtensionThatIsMandatory() throws Exception {
        assertEquals("asks for an extension that nobody knows", notProven(begun(), "m=x," + FIRST));
    }

    @Test
    void boundsSaltNonceAndMessage() throws Exception {
        String salt = Base64.getEncoder().encodeToString(new byte[513]);
        assertEquals(
                "a salt of more than 512 bytes",
                notProven(begun(), "r=" + NONCE + "x,s=" + salt + ",i=4096"));
        assertEquals(
                "a first message that is none",
                notProven(begun(), "r=" + NONCE + "x".repeat(1100) + ",s=W22Z,i=4096"));
        assertEquals(
                "a first message of 5068 bytes",
                notProven(begun(), FIRST.replace("%", "%".repeat(4983))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
                "v=",
                "v=AAAA",
                "v=!",
                "",
                "x=y,v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
            })
    void theServerMustProveThatItKnowsThePassword(String last) throws Exception {
        Scram scram = begun();
        answer(scram, FIRST);
        notProven(scram, last);
        assertThrows(MailException.class, scram::accepted);
    }

    @Test
    void aYesWithoutProofIsNone() throws Exception {
        Scram scram = begun();
        assertThrows(MailException.class, scram::accepted);
        answer(scram, FIRST);
        MailException thrown = assertThrows(MailException.class, scram::accepted);
        assertInstanceOf(Failure.ServerNotProven.class, thrown.failure());
    }

    @Test
    void aYesAfterAnErrorIsNone() throws Exception {
        Scram scram = begun();
        answer(scram, FIRST);
        assertEquals("", answer(scram, "e=invalid-proof"));
        assertThrows(MailException.class, scram::accepted);
    }

    @Test
    void anErrorIsToldWithTheServersNo() throws Exception {
        Scram scram = begun();
        answer(scram, FIRST);
        answer(scram, "e=invalid-proof");
        assertEquals(
                new Failure.LoginRejected(
                        FakeConnection.PEER, "wrong (invalid-proof)", Optional.of("X")),
                scram.refused("wrong", Optional.of("X")));
    }

    @Test
    void anErrorMayComeBeforeTheProof() throws Exception {
        Scram scram = begun();
        assertEquals("", answer(scram, "e=unknown-user"));
        assertEquals(
                new Failure.LoginRejected(
                        FakeConnection.PEER, "no (unknown-user)", Optional.empty()),
                scram.refused("no", Optional.empty()));
        assertThrows(MailException.class, scram::accepted);
    }

    @Test
    void thereIsNothingToSayAfterTheProof() throws Exception {
        Scram scram = begun();
        answer(scram, FIRST);
        answer(scram, LAST);
        MailException thrown = assertThrows(MailException.class, () -> answer(scram, LAST));
        assertInstanceOf(Failure.ProtocolError.class, thrown.failure());
    }
}
