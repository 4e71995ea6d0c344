package org.postern.net.tests.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.net.LoginWish.Kind;
import org.postern.net.sasl.Mechanism;
import org.postern.net.sasl.MechanismChoice;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The strongest that server, account and connection know. */
class MechanismChoiceTest {

    private static final String ALL =
            "LOGIN PLAIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS"
                    + " SCRAM-SHA-256-PLUS XOAUTH2 OAUTHBEARER EXTERNAL GSSAPI ANONYMOUS";
    private static final FakeConnection CLEAR = FakeConnection.clear();
    private static final FakeConnection TLS = FakeConnection.tls("TLSv1.3", "tls-exporter");
    private static final LoginWish TOKEN = new LoginWish(Kind.TOKEN, Set.of());
    private static final LoginWish CERTIFICATE = new LoginWish(Kind.CERTIFICATE, Set.of());

    private static Optional<MechanismChoice> choice(
            String offered, LoginWish wish, FakeConnection connection) throws MailException {
        Security promised = connection.posture().security();
        return MechanismChoice.strongest(List.of(offered.split(" ")), wish, promised, connection);
    }

    private static String chosen(String offered, LoginWish wish, FakeConnection connection)
            throws MailException {
        return choice(offered, wish, connection).map(MechanismChoice::name).orElse("none");
    }

    /** Each is what is left when the stronger ones are not offered. */
    @Test
    void theOrderIsThatOfStrength() throws MailException {
        List<String> order =
                List.of(
                        "SCRAM-SHA-256-PLUS",
                        "SCRAM-SHA-1-PLUS",
                        "SCRAM-SHA-256",
                        "SCRAM-SHA-1",
                        "PLAIN",
                        "LOGIN",
                        "none");
        String offered = ALL;
        for (String expected : order) {
            assertEquals(expected, chosen(offered, LoginWish.PASSWORD, TLS));
            offered = offered.replaceAll("\\b" + expected + "(?= |$)", "X");
        }
    }

    @Test
    void cramMd5IsForWhoeverAllowsItAndBetterThanTellingThePassword() throws MailException {
        LoginWish allowing = new LoginWish(Kind.PASSWORD, Set.of("CRAM-MD5"));
        assertEquals("PLAIN", chosen("CRAM-MD5 PLAIN", LoginWish.PASSWORD, TLS));
        assertEquals("CRAM-MD5", chosen("CRAM-MD5 PLAIN", allowing, TLS));
        assertEquals("SCRAM-SHA-1", chosen("CRAM-MD5 SCRAM-SHA-1", allowing, TLS));
    }

    @Test
    void aTokenAndACertificateHaveMechanismsOfTheirOwn() throws MailException {
        assertEquals("OAUTHBEARER", chosen(ALL, TOKEN, TLS));
        assertEquals("XOAUTH2", chosen("PLAIN XOAUTH2", TOKEN, TLS));
        assertEquals("none", chosen("PLAIN LOGIN", TOKEN, TLS));
        assertEquals("EXTERNAL", chosen(ALL, CERTIFICATE, TLS.showing()));
        assertEquals("none", chosen("PLAIN", CERTIFICATE, TLS.showing()));
    }

    @Test
    void externalNeedsACertificateThatWasShown() throws MailException {
        assertEquals("none", chosen("EXTERNAL", CERTIFICATE, TLS));
        assertEquals("none", chosen("EXTERNAL", CERTIFICATE, CLEAR.showing()));
    }

    @Test
    void aTokenNeverGoesOutInClear() throws MailException {
        assertEquals("none", chosen("XOAUTH2 OAUTHBEARER", TOKEN, CLEAR));
    }

    @Test
    void aPlaintextAccountStillUsesTheStrongest() throws MailException {
        assertEquals("SCRAM-SHA-256", chosen(ALL, LoginWish.PASSWORD, CLEAR));
        assertEquals("PLAIN", chosen("PLAIN LOGIN", LoginWish.PASSWORD, CLEAR));
    }

    @Test
    void nothingIsChosenOnAConnectionThatBreaksItsPromise() throws MailException {
        assertThrows(
                IllegalStateException.class,
                () ->
                        MechanismChoice.strongest(
                                List.of("PLAIN"), LoginWish.PASSWORD, Security.TLS, CLEAR));
    }

    @Test
    void namesAreTakenInAnyCase() throws MailException {
        assertEquals("SCRAM-SHA-256", chosen("scram-sha-256", LoginWish.PASSWORD, CLEAR));
    }

    @Test
    void onlyExternalNeedsNoSecretAndOnlySomeShowIt() throws MailException {
        assertFalse(choice(ALL, CERTIFICATE, TLS.showing()).orElseThrow().needsSecret());
        assertFalse(choice(ALL, CERTIFICATE, TLS.showing()).orElseThrow().showsSecret());
        assertFalse(choice(ALL, LoginWish.PASSWORD, TLS).orElseThrow().showsSecret());
        assertTrue(choice("PLAIN", LoginWish.PASSWORD, TLS).orElseThrow().showsSecret());
        assertTrue(choice("LOGIN", LoginWish.PASSWORD, TLS).orElseThrow().needsSecret());
        assertTrue(choice(ALL, TOKEN, TLS).orElseThrow().showsSecret());
    }

    /** The header of the first message (RFC 5802 §6). */
    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, tls-exporter, SCRAM-SHA-256-PLUS SCRAM-SHA-256, 'p=tls-exporter,,'",
        "TLSv1.3, tls-server-end-point, SCRAM-SHA-1-PLUS, 'p=tls-server-end-point,,'",
        "TLSv1.2, tls-server-end-point, SCRAM-SHA-1-PLUS, 'p=tls-server-end-point,,'",
        "TLSv1.2, tls-server-end-point, SCRAM-SHA-256, 'y,,'",
        "TLSv1.3, none, SCRAM-SHA-256-PLUS SCRAM-SHA-256, 'n,,'",
        "TLSv1.3, none, SCRAM-SHA-256, 'n,,'",
        "TLSv1.2, tls-exporter, SCRAM-SHA-256, 'n,,'",
    })
    void theHeaderSaysWhatBothCanBind(String version, String binding, String offered, String header)
            throws Exception {
        FakeConnection connection = FakeConnection.tls(version, binding);
        MechanismChoice choice = choice(offered, LoginWish.PASSWORD, connection).orElseThrow();
        try (Secret secret = Secret.of("pencil".toCharArray());
                Mechanism mechanism = choice.begin("user", secret)) {
            String first = new String(mechanism.first().orElseThrow(), UTF_8);
            assertTrue(first.startsWith(header + "n=user,r="), first);
            assertEquals(choice.name(), mechanism.name());
        }
    }

    @Test
    void withoutBindingThereIsScramAndNothingWeaker() throws MailException {
        assertEquals("SCRAM-SHA-256", unbound(ALL));
        assertEquals("SCRAM-SHA-1", unbound("SCRAM-SHA-1-PLUS SCRAM-SHA-1 PLAIN"));
        assertEquals("none", unbound("SCRAM-SHA-256-PLUS PLAIN LOGIN"));
        assertEquals("none", unbound("SCRAM-SHA-256 PLAIN"));
    }

    private static String unbound(String offered) throws MailException {
        return choice(offered, LoginWish.PASSWORD, TLS)
                .orElseThrow()
                .unbound()
                .map(MechanismChoice::name)
                .orElse("none");
    }

    /** Whatever is offered to a connection whose account was bound before. */
    @ParameterizedTest
    @CsvSource({
        "SCRAM-SHA-256, NOT_OFFERED",
        "SCRAM-SHA-1 PLAIN LOGIN, NOT_OFFERED",
        "PLAIN, NOT_OFFERED",
        "CRAM-MD5, NOT_OFFERED",
        "'', NOT_OFFERED",
        "XOAUTH2 EXTERNAL GSSAPI, NOT_OFFERED",
    })
    void nothingUnboundIsChosenWhereAPasswordWasBoundBefore(
            String offered, BindingProblem problem) {
        LoginWish wish = new LoginWish(Kind.PASSWORD, Set.of("CRAM-MD5"));
        assertEquals(problem, notBound(offered, wish, TLS.boundBefore()).problem());
    }

    private static Failure.LoginNotBound notBound(
            String offered, LoginWish wish, FakeConnection connection) {
        MailException thrown =
                assertThrows(MailException.class, () -> choice(offered, wish, connection));
        return assertInstanceOf(Failure.LoginNotBound.class, thrown.failure());
    }

    @Test
    void whatWasBoundBeforeIsBoundAgain() throws MailException {
        FakeConnection before = TLS.boundBefore();
        MechanismChoice choice = choice(ALL, LoginWish.PASSWORD, before).orElseThrow();
        assertEquals("SCRAM-SHA-256-PLUS", choice.name());
        assertEquals(Optional.empty(), choice.unbound().map(MechanismChoice::name));
        assertEquals(
                "SCRAM-SHA-1-PLUS", chosen("SCRAM-SHA-1-PLUS PLAIN", LoginWish.PASSWORD, before));
    }

    @Test
    void aConnectionWithNothingToBindToIsToldApart() {
        FakeConnection bare = FakeConnection.tls("TLSv1.2").boundBefore();
        Failure.LoginNotBound failure =
                notBound("SCRAM-SHA-256-PLUS PLAIN", LoginWish.PASSWORD, bare);
        assertEquals(BindingProblem.UNABLE, failure.problem());
        assertEquals("PLAIN SCRAM-SHA-256-PLUS", failure.said());
    }

    /** The user has chosen another secret, or no protection at all, with open eyes. */
    @Test
    void onlyPasswordsUnderTlsMustBeBound() throws MailException {
        assertEquals("XOAUTH2", chosen("XOAUTH2", TOKEN, TLS.boundBefore()));
        assertEquals("EXTERNAL", chosen(ALL, CERTIFICATE, TLS.showing().boundBefore()));
        assertEquals("PLAIN", chosen("PLAIN", LoginWish.PASSWORD, CLEAR.boundBefore()));
    }

    @Test
    void everyExchangeHasANonceOfItsOwn() throws Exception {
        Set<String> seen = new java.util.HashSet<>();
        for (int i = 0; i < 100; i++) {
            MechanismChoice choice = choice("SCRAM-SHA-1", LoginWish.PASSWORD, TLS).orElseThrow();
            try (Secret secret = Secret.of("pencil".toCharArray());
                    Mechanism mechanism = choice.begin("user", secret)) {
                seen.add(new String(mechanism.first().orElseThrow(), UTF_8));
            }
        }
        assertEquals(100, seen.size());
        assertTrue(seen.stream().allMatch(first -> first.matches("y,,n=user,r=[^,]{32}")));
    }

    @Test
    void nothingInCommonIsToldWithWhatIsOffered() throws MailException {
        Failure failure =
                MechanismChoice.missing(FakeConnection.PEER, List.of("X", "GSSAPI")).failure();
        Failure.MechanismMissing missing =
                assertInstanceOf(Failure.MechanismMissing.class, failure);
        assertEquals(List.of("GSSAPI", "X"), missing.offered());
    }
}
