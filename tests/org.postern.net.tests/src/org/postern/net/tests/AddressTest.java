package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.Observation;
import org.postern.net.Resolver;
import org.postern.net.Timeouts;
import org.postern.security.ReferenceHost;
import org.postern.testing.FreePorts;
import org.postern.testing.ScriptedServer;
import org.postern.testing.SilentPort;
import org.postern.testing.TestCa;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** From a name to an address that answers. */
class AddressTest {

    private static final Client CLIENT = Client.with(Security.NONE);

    @Test
    void tellsANameThatDoesNotExist() {
        Resolver nobody =
                name -> {
                    throw new UnknownHostException(name);
                };
        assertEquals(
                new Failure.NoSuchHost("mail.example.org"),
                CLIENT.resolving(nobody).failure("mail.example.org", 143));
    }

    @Test
    void doesNotWaitForEverForANameServer() {
        CountDownLatch never = new CountDownLatch(1);
        Client client =
                CLIENT.resolving(hanging(never)).waiting(Timeouts.of(Duration.ofMillis(200)));
        var late =
                assertInstanceOf(Failure.TimedOut.class, client.failure("mail.example.org", 143));
        assertEquals(Step.RESOLVE, late.step());
        never.countDown();
    }

    @Test
    void cancellingEndsTheWaitForANameServer() {
        CountDownLatch never = new CountDownLatch(1);
        NullProgressMonitor monitor = new NullProgressMonitor();
        Resolver cancelling =
                name -> {
                    monitor.setCanceled(true);
                    return hanging(never).resolve(name);
                };
        Client client = CLIENT.resolving(cancelling);
        assertThrows(
                OperationCanceledException.class,
                () -> client.connect("mail.example.org", 143, monitor));
        never.countDown();
    }

    private static Resolver hanging(CountDownLatch until) {
        return name -> {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(name);
        };
    }

    @Test
    void aBrokenAddressDoesNotHideAWorkingOne() throws Exception {
        InetAddress broken = InetAddress.getByName("::1");
        InetAddress working = InetAddress.getByName("127.0.0.1");
        try (ScriptedServer server = ScriptedServer.plain().send("* OK hi").hang().start();
                Connection open =
                        CLIENT.resolving(name -> List.of(broken, working))
                                .connect("mail.example.org", server.port())) {
            assertEquals("* OK hi", open.greeting().orElseThrow());
        }
    }

    /** Packets to it are dropped, so it would cost a whole time-out. */
    @Test
    void aSilentAddressCostsAQuarterOfASecond() throws Exception {
        InetAddress silent = InetAddress.getByName("127.0.0.2");
        InetAddress working = InetAddress.getByName("127.0.0.1");
        List<Observation.Dialled> dialled = new ArrayList<>();
        Client client =
                CLIENT.resolving(name -> List.of(silent, working))
                        .observedBy(seen -> keep(seen, dialled));
        try (ScriptedServer server = ScriptedServer.plain().send("* OK hi").hang().start();
                SilentPort filtered = SilentPort.unreachable("127.0.0.2", server.port());
                Connection open = client.connect("mail.example.org", filtered.port())) {
            assertEquals("* OK hi", open.greeting().orElseThrow());
        }
        assertEquals(
                List.of(working, silent),
                dialled.stream().map(Observation.Dialled::address).toList());
        assertEquals(Optional.empty(), dialled.getFirst().failure());
        var late =
                assertInstanceOf(Failure.TimedOut.class, dialled.getLast().failure().orElseThrow());
        assertTrue(late.after().toMillis() >= 250, late::toString);
        assertTrue(late.after().compareTo(Client.PATIENT) < 0, late::toString);
    }

    @Test
    void addressesOfTheNewProtocolAreCalledFirstAndByTurns() throws Exception {
        InetAddress four = InetAddress.getByName("127.0.0.1");
        InetAddress otherFour = InetAddress.getByName("127.0.0.2");
        InetAddress six = InetAddress.getByName("::1");
        List<Observation.Dialled> dialled = new ArrayList<>();
        CLIENT.resolving(name -> List.of(four, otherFour, six))
                .observedBy(seen -> keep(seen, dialled))
                .failure("mail.example.org", FreePorts.refused());
        assertEquals(
                List.of(six, four, otherFour),
                dialled.stream().map(Observation.Dialled::address).toList());
    }

    private static void keep(Observation seen, List<Observation.Dialled> dialled) {
        if (seen instanceof Observation.Dialled one) {
            dialled.add(one);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org: Temporary failure in name resolution",
                "This is usually a temporary error during hostname resolution",
                "Try again"
            })
    void nameServersThatDoNotAnswerAreNoMissingHost(String message) {
        Resolver broken =
                name -> {
                    throw new UnknownHostException(message);
                };
        var late =
                assertInstanceOf(
                        Failure.TimedOut.class,
                        CLIENT.resolving(broken).failure("mail.example.org", 143));
        assertEquals(Step.RESOLVE, late.step());
    }

    /** Old rules read another domain: strasse.example. */
    @ParameterizedTest
    @CsvSource({
        "stra\u00dfe.example, xn--strae-oqa.example",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3.example, xn--10cl1a0b660p.example"
    })
    void aNameIsDialledAndCheckedAsTheNewRulesReadIt(String typed, String name) throws Exception {
        List<String> asked = new ArrayList<>();
        Resolver here =
                each -> {
                    asked.add(each);
                    return List.of(InetAddress.getByName("127.0.0.1"));
                };
        Client client = Client.with(Security.TLS).resolving(here);
        try (ScriptedServer server =
                ScriptedServer.tls(TestCa.shared().identityFor(name))
                        .send("* OK hi")
                        .hang()
                        .start()) {
            client.connect(typed, server.port()).close();
            assertEquals(List.of(name), asked);
        }
        String old = typed.replace("\u00df", "ss").replace("\u200d", "");
        try (ScriptedServer server =
                ScriptedServer.tlsRefused(TestCa.shared().identityFor(ReferenceHost.of(old).name()))
                        .start()) {
            var rejected =
                    assertInstanceOf(
                            Failure.CertificateRejected.class,
                            client.failure(typed, server.port()));
            assertEquals(CertificateProblem.WRONG_HOST, rejected.problem());
        }
    }

    @Test
    void aHostThatAnswersTellsMoreThanOneWithoutAWay() throws Exception {
        InetAddress nowhere = InetAddress.getByName("::");
        InetAddress refusing = InetAddress.getByName("127.0.0.1");
        int port = FreePorts.refused();
        assertInstanceOf(
                Failure.Refused.class,
                CLIENT.resolving(name -> List.of(nowhere, refusing))
                        .failure("mail.example.org", port));
    }

    @Test
    void namesAreAskedForInAscii() {
        List<String> asked = new ArrayList<>();
        Resolver listening =
                name -> {
                    asked.add(name);
                    throw new UnknownHostException(name);
                };
        CLIENT.resolving(listening).failure("Bücher.Example.", 143);
        assertEquals(List.of("xn--bcher-kva.example"), asked);
    }

    @Test
    void aHostThatNoNameServerCanKnowIsABadSetting() {
        for (String name : List.of("a..b", "a\u200db.example", "xn--a.example")) {
            var bad = assertInstanceOf(Failure.BadSettings.class, CLIENT.failure(name, 143));
            assertTrue(bad.sentence().contains(name), bad::sentence);
        }
    }

    @Test
    void aLiteralIsNotAskedFor() throws Exception {
        Resolver never =
                name -> {
                    throw new AssertionError(name);
                };
        try (ScriptedServer server = ScriptedServer.plain().send("* OK hi").hang().start()) {
            CLIENT.resolving(never).connect("127.0.0.1", server.port()).close();
        }
    }
}
