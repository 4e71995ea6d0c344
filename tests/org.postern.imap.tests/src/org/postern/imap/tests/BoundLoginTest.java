package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.BindingProblem;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.Login;
import org.postern.testing.BindingServer;
import org.postern.testing.TestUser;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** SCRAM that is tied to the TLS connection. */
@Timeout(60)
class BoundLoginTest {

    private static final TestUser JOE = Sessions.JOE;
    private static final String BOTH = "AUTH=SCRAM-SHA-256-PLUS AUTH=SCRAM-SHA-256 AUTH=PLAIN";

    private static OpenRequest request(BindingServer server) {
        return Sessions.request(
                "localhost", server.port(), Security.TLS, JOE, Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theProofHoldsForThisConnectionOnly(String version) throws Exception {
        try (BindingServer server = new BindingServer(version, BOTH, JOE);
                MailSession session = Sessions.open(request(server))) {
            assertEquals(
                    Optional.of(new Login("SCRAM-SHA-256-PLUS", false, true)),
                    session.posture().orElseThrow().login());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theServerSeesThatItsOfferWasTakenAway(String version) throws Exception {
        try (BindingServer server = new BindingServer(version, "AUTH=SCRAM-SHA-256", JOE)) {
            Failure failure =
                    assertThrows(MailException.class, () -> Sessions.open(request(server)))
                            .failure();
            Failure.LoginNotBound stripped = assertInstanceOf(Failure.LoginNotBound.class, failure);
            assertEquals(BindingProblem.STRIPPED, stripped.problem());
            assertEquals("sorry (server-does-support-channel-binding)", stripped.said());
        }
    }

    /** Whoever relays a bound login gets nothing for it, and the weaker ones are not tried. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServerAtTheEndOfAnotherConnectionIsToldApart(String version) throws Exception {
        try (BindingServer server = new BindingServer(version, BOTH, JOE).elsewhere()) {
            Failure failure =
                    assertThrows(MailException.class, () -> Sessions.open(request(server)))
                            .failure();
            assertEquals(
                    BindingProblem.DIFFERS,
                    assertInstanceOf(Failure.LoginNotBound.class, failure).problem());
            assertEquals(List.of("SCRAM-SHA-256-PLUS"), server.tried());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aWrongPasswordProvesNothing(String version) throws Exception {
        TestUser other = new TestUser("joe", "another password");
        try (BindingServer server = new BindingServer(version, BOTH, other)) {
            Failure failure =
                    assertThrows(MailException.class, () -> Sessions.open(request(server)))
                            .failure();
            assertEquals(
                    "sorry (invalid-proof)",
                    assertInstanceOf(Failure.LoginRejected.class, failure).said());
        }
    }
}
