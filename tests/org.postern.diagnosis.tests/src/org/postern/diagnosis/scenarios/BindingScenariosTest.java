package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.diagnosis.Diagnosis;
import org.postern.net.Connection;
import org.postern.net.Connector;
import org.postern.testing.BindingServer;
import org.postern.testing.TestUser;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** A login could not be tied to the connection, and an unbound one is out of the question. */
class BindingScenariosTest {

    private static final TestUser USER = new TestUser(Patient.USER, Clinic.PASSWORD);
    private static final String BOTH = "AUTH=SCRAM-SHA-256-PLUS AUTH=SCRAM-SHA-256 AUTH=PLAIN";

    private final Clinic bound = new Clinic().remembering(FakePins.binding());

    @ParameterizedTest
    @CsvSource({"AUTH=SCRAM-SHA-256 AUTH=PLAIN", "AUTH=PLAIN", "IDLE", "LOGINDISABLED"})
    void aServerThatNoLongerOffersIt(String offered) throws Exception {
        try (BindingServer server = new BindingServer("TLSv1.3", offered, USER)) {
            assertNothingTried(bound.assertCause("binding-missing", Patient.imaps(server.port())));
            assertEquals(List.of(), server.tried());
        }
    }

    /** No button gives up a protection. */
    private static void assertNothingTried(Diagnosis diagnosis) {
        assertEquals(List.of(), diagnosis.mends());
    }

    @Test
    void aServerThatRefusesItWithoutAReason() throws Exception {
        try (BindingServer server = new BindingServer("TLSv1.3", BOTH, USER).refusing("NO sorry")) {
            assertNothingTried(bound.assertCause("binding-refused", Patient.imaps(server.port())));
            assertEquals(List.of("SCRAM-SHA-256-PLUS"), server.tried());
        }
    }

    @Test
    void aServerThatSaysThatThePasswordIsWrong() throws Exception {
        try (BindingServer server =
                new BindingServer("TLSv1.3", BOTH, USER).refusing("NO [AUTHENTICATIONFAILED] no")) {
            bound.assertCause("wrong-password", Patient.imaps(server.port()));
            assertEquals(List.of("SCRAM-SHA-256-PLUS"), server.tried());
        }
    }

    /** As with a certificate whose signature names no hash, under TLS 1.2 (RFC 5929 §4.1). */
    @Test
    void aConnectionWithNothingToBindTo() throws Exception {
        try (BindingServer server = new BindingServer("TLSv1.2", BOTH, USER)) {
            Connector real = bound.connector();
            bound.connecting(
                    (account, least) ->
                            (request, monitor) -> unbindable(real.connect(request, monitor)));
            assertNothingTried(bound.assertCause("binding-unable", Patient.imaps(server.port())));
            assertEquals(List.of(), server.tried());
        }
    }

    private static Connection unbindable(Connection real) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, values) ->
                                method.getName().equals("channelBinding")
                                        ? Optional.empty()
                                        : method.invoke(real, values));
    }

    @Test
    void aServerAtTheEndOfAnotherConnection() throws Exception {
        try (BindingServer server = new BindingServer("TLSv1.3", BOTH, USER).elsewhere()) {
            assertNothingTried(
                    new Clinic().assertCause("binding-differs", Patient.imaps(server.port())));
        }
    }

    @Test
    void anOfferThatDidNotArrive() throws Exception {
        try (BindingServer server = new BindingServer("TLSv1.3", "AUTH=SCRAM-SHA-256", USER)) {
            assertNothingTried(
                    new Clinic().assertCause("binding-stripped", Patient.imaps(server.port())));
        }
    }
}
