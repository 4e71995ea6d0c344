package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.net.Observation;
import org.postern.net.Posture;
import org.postern.testing.CertificateKind;
import org.postern.testing.FreePorts;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody who looks on sees of a connection, rung by rung. */
class ObserverTest {

    private static final TestCa CA = TestCa.shared();
    private static final Login LOGIN = new Login("SCRAM-SHA-256", false, false);

    private final List<Observation> seen = new ArrayList<>();

    @Test
    void seesEveryRungOfAConnectionByTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                Connection open = client(Security.TLS).connect("localhost", server.port())) {
            open.offered(List.of("IMAP4rev2", "AUTH=PLAIN\u0007"));
            open.loggedIn(LOGIN);
        }
        assertEquals(
                List.of(
                        "Resolved",
                        "Dialled",
                        "Heard",
                        "Judged",
                        "Negotiated",
                        "Greeted",
                        "Offered",
                        "LoggedIn"),
                names());
        assertEquals(CA.sound().chain(), only(Observation.Judged.class).chain());
        assertTrue(only(Observation.Judged.class).report().accepted());
        assertEquals("TLSv1.3", only(Observation.Negotiated.class).protocol());
        assertEquals("* OK hi", only(Observation.Greeted.class).line());
        assertEquals(Speaks.TLS, only(Observation.Heard.class).speaks());
        assertEquals(
                List.of("IMAP4rev2", "AUTH=PLAIN·"),
                only(Observation.Offered.class).capabilities());
    }

    @Test
    void theLoginIsPartOfThePosture() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                Connection open = client(Security.TLS).connect("localhost", server.port())) {
            assertEquals(Optional.empty(), open.posture().login());
            open.loggedIn(LOGIN);
            assertEquals(Optional.of(LOGIN), open.posture().login());
            assertEquals(Posture.Trust.AUTHORITY, open.posture().trust());
        }
    }

    @Test
    void whatCameInClearIsEvidenceAndNoGreeting() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("* OK [ALERT] evil")
                                .expect("P0 CAPABILITY")
                                .send("* CAPABILITY STARTTLS", "P0 OK done")
                                .expect("P1 STARTTLS")
                                .send("P1 OK go ahead")
                                .startTls()
                                .hang()
                                .start();
                Connection open = client(Security.STARTTLS).connect("localhost", server.port())) {
            assertTrue(open.posture().security().isProtected());
        }
        assertEquals(List.of("Resolved", "Dialled", "Heard", "Judged", "Negotiated"), names());
        assertEquals(
                new Observation.Heard(Speaks.IMAP, "* OK [ALERT] evil"),
                only(Observation.Heard.class));
    }

    @Test
    void hearsAPeerOfAnotherKindAlthoughTheConnectionFails() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("220 mail ESMTP").hang().start()) {
            client(Security.TLS).failure(server.port());
        }
        assertEquals(
                new Observation.Heard(Speaks.SMTP, "220 mail ESMTP"),
                only(Observation.Heard.class));
    }

    @Test
    void hearsAnAlertInDigits() throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, 40};
        try (ScriptedServer server = ScriptedServer.plain().sendBytes(alert).hang().start()) {
            client(Security.TLS).failure(server.port());
        }
        assertEquals(
                new Observation.Heard(Speaks.TLS, "15 03 03 00 02 02 28"),
                only(Observation.Heard.class));
    }

    @Test
    void hearsNothingOfAPeerThatHangsUp() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().hangUp().start()) {
            client(Security.NONE).failure(server.port());
        }
        assertEquals(new Observation.Heard(Speaks.NOTHING, ""), only(Observation.Heard.class));
    }

    @Test
    void seesACertificateThatIsRefused() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tlsRefused(CA.identity(CertificateKind.EXPIRED)).start()) {
            client(Security.TLS).failure(server.port());
        }
        assertEquals(
                Optional.of(CertificateProblem.EXPIRED),
                only(Observation.Judged.class).report().problem());
        assertFalse(names().contains("Negotiated"));
    }

    @Test
    void seesEveryAddressThatWasCalled() throws Exception {
        InetAddress first = InetAddress.getByName("127.0.0.1");
        InetAddress second = InetAddress.getByName("127.0.0.2");
        client(Security.NONE)
                .resolving(name -> List.of(first, second))
                .failure("mail.example.org", FreePorts.refused());
        List<Observation.Dialled> dialled = all(Observation.Dialled.class);
        assertEquals(
                List.of(first, second),
                dialled.stream().map(Observation.Dialled::address).toList());
        dialled.forEach(
                one -> assertInstanceOf(Failure.Refused.class, one.failure().orElseThrow()));
    }

    @Test
    void anObserverThatFailsDisturbsNobody() throws Exception {
        Client client =
                Client.with(Security.TLS)
                        .observedBy(
                                what -> {
                                    throw new IllegalStateException("broken");
                                });
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start()) {
            client.connect("localhost", server.port()).close();
        }
    }

    private Client client(Security security) {
        return Client.with(security).observedBy(seen::add);
    }

    private List<String> names() {
        return seen.stream().map(each -> each.getClass().getSimpleName()).toList();
    }

    private <T extends Observation> List<T> all(Class<T> type) {
        return seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends Observation> T only(Class<T> type) {
        List<T> all = all(type);
        assertEquals(1, all.size(), () -> "in " + seen);
        return all.getFirst();
    }
}
