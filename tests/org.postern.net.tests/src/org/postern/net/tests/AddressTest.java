package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.Resolver;
import org.postern.net.Timeouts;
import org.postern.testing.FreePorts;
import org.postern.testing.ScriptedServer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        assertInstanceOf(Failure.BadSettings.class, CLIENT.failure("a..b", 143));
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
