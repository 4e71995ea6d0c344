package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.net.Connector;
import org.postern.testing.FreePorts;
import org.postern.testing.ScriptedServer;
import org.postern.testing.SilentPort;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** From the name to the port. */
class NetworkScenariosTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    private final Clinic clinic = new Clinic();

    @Test
    void aNameThatDoesNotExist() {
        clinic.resolving(
                name -> {
                    throw new UnknownHostException(name);
                });
        clinic.assertCause("no-such-host", Patient.at("mail.test", "imaps", 993, Security.TLS));
    }

    @Test
    void aNameServiceThatDoesNotAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        clinic.waiting(SHORT)
                .resolving(
                        name -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new UnknownHostException(name);
                        });
        clinic.assertCause("name-time-out", Patient.at("mail.test", "imaps", 993, Security.TLS));
        never.countDown();
    }

    @Test
    void nobodyOnThePortForSslButSomebodyInClear() throws Exception {
        try (ScriptedServer server = Servers.imapInClear().start()) {
            clinic.usual(Security.NONE, server.port());
            clinic.assertCause("refused-ssl-port", Patient.imaps(FreePorts.refused()));
        }
    }

    /** Then it is not SSL that is missing. */
    @Test
    void nobodyOnAnyPort() throws Exception {
        Diagnosis found =
                clinic.assertCause("connection-refused", Patient.imaps(FreePorts.refused()));
        assertEquals(List.of(), found.mends());
    }

    @Test
    void nobodyOnThePortInClear() throws Exception {
        clinic.assertCause("connection-refused", Patient.imap(FreePorts.refused()));
    }

    @Test
    void nobodyOnAnOddPortButSomebodyOnTheUsualOne() throws Exception {
        try (ScriptedServer server = Servers.imapOverTls().start()) {
            clinic.usual(Security.TLS, server.port());
            Diagnosis found =
                    clinic.assertCause("refused-ssl-port", Patient.imaps(FreePorts.refused()));
            assertEquals(
                    List.of("Use port " + server.port() + ": it answers"), Servers.labels(found));
        }
    }

    @Test
    void aFirewallThatDropsPackets() throws Exception {
        try (SilentPort port = SilentPort.unreachable()) {
            clinic.alone().waiting(SHORT).assertCause("time-out", Patient.imaps(port.port()));
        }
    }

    @Test
    void noNetworkAtAll() {
        clinic.connecting((account, least) -> unreachable("Network is unreachable"));
        clinic.assertCause("network-down", Patient.imaps(993));
    }

    @Test
    void noWayToTheHost() {
        clinic.connecting((account, least) -> unreachable("No route to host"));
        clinic.assertCause("unreachable", Patient.imaps(993));
    }

    private static Connector unreachable(String detail) {
        return (request, monitor) -> {
            throw new MailException(new Failure.Unreachable(request.endpoint(), detail));
        };
    }

    @Test
    void onlyNewAddressesAndNoWayToThem() {
        clinic.alone().resolving(name -> List.of(Servers.unroutable()));
        clinic.assertCause("only-ipv6", Patient.at("mail.test", "imaps", 993, Security.TLS));
    }

    @Test
    void newAddressesAreBrokenButTheOldOneWorks() throws Exception {
        try (ScriptedServer server = Servers.imapOverTls().start()) {
            clinic.resolving(
                    name ->
                            List.of(
                                    InetAddress.getByName("::1"),
                                    InetAddress.getByName("127.0.0.1")));
            Diagnosis found =
                    clinic.withoutPassword()
                            .assertWarning("ipv6-broken", Patient.imaps(server.port()));
            assertTrue(found.seen().contains("0:0:0:0:0:0:0:1"), found::seen);
        }
    }
}
