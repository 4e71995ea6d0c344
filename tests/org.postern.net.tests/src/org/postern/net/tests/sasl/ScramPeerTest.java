package org.postern.net.tests.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.BindingProblem;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.Login;
import org.postern.net.LoginWish;
import org.postern.net.sasl.Mechanism;
import org.postern.net.sasl.MechanismChoice;
import org.postern.testing.ScramPeer;
import org.postern.testing.TestUser;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Against a server's side that was written without a look at the client's. */
class ScramPeerTest {

    private static final FakeConnection TLS =
            FakeConnection.tls("TLSv1.3", "tls-exporter", "tls-server-end-point");
    private static final TestUser PREPARED = new TestUser("user", "pencil");

    private static Mechanism begin(String offered, TestUser typed) throws MailException {
        MechanismChoice choice =
                MechanismChoice.strongest(
                                List.of(offered.split(" ")),
                                LoginWish.PASSWORD,
                                TLS.posture().security(),
                                TLS)
                        .orElseThrow();
        try (Secret secret = Secret.of(typed.password().toCharArray())) {
            return choice.begin(typed.name(), secret);
        }
    }

    /** The server's last message. */
    private static String talk(Mechanism mechanism, ScramPeer peer) throws MailException {
        String first = peer.first(new String(mechanism.first().orElseThrow(), UTF_8));
        String last = peer.last(new String(mechanism.answer(first.getBytes(UTF_8)), UTF_8));
        mechanism.answer(last.getBytes(UTF_8));
        return last;
    }

    @ParameterizedTest
    @CsvSource({"SCRAM-SHA-256, 256", "SCRAM-SHA-1, 1"})
    void bothProveThemselves(String name, String hash) throws Exception {
        try (Mechanism mechanism = begin(name, PREPARED)) {
            talk(mechanism, new ScramPeer(hash, PREPARED, Map.of(), false));
            assertEquals(new Login(name, false, false), mechanism.accepted());
        }
    }

    @ParameterizedTest
    @CsvSource({"SCRAM-SHA-256-PLUS, 256", "SCRAM-SHA-1-PLUS, 1"})
    void theProofIsTiedToTheConnection(String name, String hash) throws Exception {
        try (Mechanism mechanism = begin(name, PREPARED)) {
            talk(mechanism, new ScramPeer(hash, PREPARED, TLS.bindings(), true));
            assertEquals(new Login(name, false, true), mechanism.accepted());
        }
    }

    @Test
    void aProofForAnotherConnectionIsNoGood() throws Exception {
        Map<String, byte[]> others = Map.of("tls-exporter", new byte[32]);
        try (Mechanism mechanism = begin("SCRAM-SHA-256-PLUS", PREPARED)) {
            assertEquals(
                    "e=channel-bindings-dont-match",
                    talk(mechanism, new ScramPeer("256", PREPARED, others, true)));
            assertThrows(MailException.class, mechanism::accepted);
            assertEquals(
                    new Failure.LoginNotBound(
                            FakeConnection.PEER,
                            BindingProblem.DIFFERS,
                            "no (channel-bindings-dont-match)"),
                    mechanism.refused("no", Optional.of("AUTHENTICATIONFAILED")));
        }
    }

    private static boolean bindingRefused(String offered, ScramPeer peer, String code)
            throws MailException {
        try (Mechanism mechanism = begin(offered, PREPARED)) {
            talk(mechanism, peer);
            return mechanism.bindingRefused("no", Optional.of(code).filter(c -> !c.isEmpty()));
        }
    }

    @Test
    void onlyATypeThatTheServerDoesNotKnowLeadsToSomethingElse() throws Exception {
        String plus = "SCRAM-SHA-256-PLUS SCRAM-SHA-256";
        Map<String, byte[]> unique = Map.of("tls-unique", new byte[12]);
        Map<String, byte[]> others = Map.of("tls-exporter", new byte[32]);
        assertTrue(bindingRefused(plus, new ScramPeer("256", PREPARED, unique, true), "X"));
        assertFalse(bindingRefused(plus, new ScramPeer("256", PREPARED, others, true), ""));
        TestUser other = new TestUser("user", "another password");
        Map<String, byte[]> ours = TLS.bindings();
        assertFalse(bindingRefused(plus, new ScramPeer("256", other, ours, true), ""));
        assertFalse(
                bindingRefused("SCRAM-SHA-256", new ScramPeer("256", PREPARED, ours, false), ""));
    }

    @Test
    void aRefusalWithoutAReasonMayMeanTheBinding() throws Exception {
        try (Mechanism bound = begin("SCRAM-SHA-256-PLUS", PREPARED);
                Mechanism unbound = begin("SCRAM-SHA-256", PREPARED)) {
            assertTrue(bound.bindingRefused("no", Optional.empty()));
            assertFalse(bound.bindingRefused("no", Optional.of("AUTHENTICATIONFAILED")));
            assertFalse(unbound.bindingRefused("no", Optional.empty()));
        }
    }

    /** Cyrus over POP has one code for all that goes wrong in a login. */
    @Test
    void aServerThatCouldNotFollowMayMeanTheBindingWhateverItsCode() throws Exception {
        String lost = "authenticating: bad protocol / cancel";
        try (Mechanism bound = begin("SCRAM-SHA-256-PLUS", PREPARED);
                Mechanism unbound = begin("SCRAM-SHA-256", PREPARED)) {
            assertTrue(bound.bindingRefused(lost, Optional.of("AUTH")));
            assertFalse(
                    bound.bindingRefused(
                            "authenticating: authentication failure", Optional.of("AUTH")));
            assertFalse(unbound.bindingRefused(lost, Optional.of("AUTH")));
        }
    }

    /** Somebody in between took -PLUS out of the list; the server sees it by our 'y'. */
    @Test
    void theServerSeesThatItsOfferWasTakenAway() throws Exception {
        try (Mechanism mechanism = begin("SCRAM-SHA-256", PREPARED)) {
            assertEquals(
                    "e=server-does-support-channel-binding",
                    talk(mechanism, new ScramPeer("256", PREPARED, TLS.bindings(), false)));
            assertEquals(
                    new Failure.LoginNotBound(
                            FakeConnection.PEER,
                            BindingProblem.STRIPPED,
                            "no (server-does-support-channel-binding)"),
                    mechanism.refused("no", Optional.empty()));
        }
    }

    @Test
    void aWrongPasswordIsNoProof() throws Exception {
        try (Mechanism mechanism = begin("SCRAM-SHA-256", new TestUser("user", "pen"))) {
            assertEquals(
                    "e=invalid-proof",
                    talk(mechanism, new ScramPeer("256", PREPARED, Map.of(), false)));
        }
    }

    @Test
    void aServerThatDoesNotKnowThePasswordIsFoundOut() throws Exception {
        ScramPeer impostor = new ScramPeer("256", new TestUser("user", "guess"), Map.of(), false);
        try (Mechanism mechanism = begin("SCRAM-SHA-256", PREPARED)) {
            String first = impostor.first(new String(mechanism.first().orElseThrow(), UTF_8));
            mechanism.answer(first.getBytes(UTF_8));
            byte[] forged = "v=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".getBytes(UTF_8);
            MailException thrown =
                    assertThrows(MailException.class, () -> mechanism.answer(forged));
            assertTrue(thrown.failure() instanceof Failure.ServerNotProven);
        }
    }

    /** As typed, and as RFC 4013 prepares it. */
    @ParameterizedTest
    @CsvSource({
        "joe, 'quo\"te\\back,comma=equals', joe, 'quo\"te\\back,comma=equals'",
        "'a,b=c', secret, 'a,b=c', secret",
        "jörg, pässwörd, jörg, pässwörd",
        "I\u00adX, '\u2168', IX, IX",
        "'\u00aa', 'a\u00a0b', a, 'a b'",
        "user, 'u\u0308ber', user, '\u00fcber'",
        "user, '\ud83d\udd11key', user, '\ud83d\udd11key'",
    })
    void namesAndPasswordsArePrepared(
            String user, String password, String preparedUser, String preparedPassword)
            throws Exception {
        TestUser prepared = new TestUser(preparedUser, preparedPassword);
        try (Mechanism mechanism = begin("SCRAM-SHA-256", new TestUser(user, password))) {
            talk(mechanism, new ScramPeer("256", prepared, Map.of(), false));
            assertEquals("SCRAM-SHA-256", mechanism.accepted().mechanism());
        }
    }
}
