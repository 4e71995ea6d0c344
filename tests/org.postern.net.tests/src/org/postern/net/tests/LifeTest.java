package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Security;
import org.postern.net.CancelMonitor;
import org.postern.net.Connection;
import org.postern.net.Timeouts;
import org.postern.testing.Eventually;
import org.postern.testing.ScriptedServer;
import org.postern.testing.SilentPort;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** How connections are waited for, cancelled and closed. */
class LifeTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(Security.class)
    void cancellingEndsTheWaitForAPeerThatSaysNothing(Security security) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().hang().start()) {
            NullProgressMonitor monitor = new NullProgressMonitor();
            FutureTask<Connection> connecting =
                    running(
                            () ->
                                    Client.with(security)
                                            .connect("localhost", server.port(), monitor));
            Eventually.until(() -> server.connections() == 1, SOON, "a connection");
            monitor.setCanceled(true);
            assertCancelled(connecting);
            server.assertDone();
        }
    }

    @Test
    void cancellingEndsTheWaitForAConnection() throws Exception {
        try (SilentPort filtered = SilentPort.unreachable()) {
            NullProgressMonitor monitor = new NullProgressMonitor();
            FutureTask<Connection> connecting =
                    running(
                            () ->
                                    Client.with(Security.TLS)
                                            .connect("127.0.0.1", filtered.port(), monitor));
            monitor.setCanceled(true);
            assertCancelled(connecting);
        }
    }

    @Test
    void aCancelledMonitorConnectsToNobody() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        try (ScriptedServer server = ScriptedServer.plain().hang().start()) {
            assertThrows(
                    OperationCanceledException.class,
                    () -> Client.with(Security.TLS).connect("localhost", server.port(), monitor));
            assertEquals(0, server.connections());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"NONE", "TLS"})
    void aGuardClosesTheConnectionWhenTheUserCancels(Security security) throws Exception {
        try (ScriptedServer server = greeting(security);
                Connection open = Client.with(security).connect("localhost", server.port())) {
            NullProgressMonitor monitor = new NullProgressMonitor();
            try (Connection.Guard guard = open.guard(monitor)) {
                FutureTask<Integer> reading = running(() -> open.in().read());
                monitor.setCanceled(true);
                assertThrows(IOException.class, () -> resultOf(reading));
            }
            server.assertDone();
        }
    }

    /** The watchdog sleeps until it is told, whether that was before the guard or later. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMonitorThatTellsIsHeard(boolean before) throws Exception {
        try (ScriptedServer server = greeting(Security.NONE);
                Connection open = Client.with(Security.NONE).connect("localhost", server.port())) {
            CancelMonitor monitor = new CancelMonitor();
            monitor.setCanceled(before);
            try (Connection.Guard guard = open.guard(monitor)) {
                FutureTask<Integer> reading = running(() -> open.in().read());
                if (!before) {
                    monitor.setCanceled(true);
                }
                assertThrows(IOException.class, () -> resultOf(reading));
            }
            server.assertDone();
        }
    }

    @Test
    void aGuardThatHasEndedClosesNothing() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("* OK hi")
                                .pause("later")
                                .send("still here")
                                .start();
                Connection open = Client.with(Security.NONE).connect("localhost", server.port())) {
            NullProgressMonitor monitor = new NullProgressMonitor();
            open.guard(monitor).close();
            monitor.setCanceled(true);
            // Another guard's firing shows that the watchdog has made a round since.
            awaitRound();
            server.resume("later");
            assertEquals('s', open.in().read());
        }
    }

    private static void awaitRound() throws Exception {
        NullProgressMonitor cancelled = new NullProgressMonitor();
        try (ScriptedServer other = ScriptedServer.plain().send("* OK hi").hang().start();
                Connection open = Client.with(Security.NONE).connect("localhost", other.port())) {
            cancelled.setCanceled(true);
            try (Connection.Guard guard = open.guard(cancelled)) {
                assertThrows(IOException.class, () -> open.in().read());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"NONE", "TLS"})
    void closingEndsAReadThatWaits(Security security) throws Throwable {
        try (ScriptedServer server = greeting(security)) {
            Connection open = Client.with(security).connect("localhost", server.port());
            FutureTask<Integer> reading = running(() -> open.in().read());
            open.close();
            assertEnds(reading);
            server.assertDone();
        }
    }

    /** An alert is a record of type 21; TLS 1.3 hides the type, and the runtime pads it. */
    @ParameterizedTest
    @CsvSource({"TLSv1.2, 21, 26", "TLSv1.3, 23, 35"})
    void closingSaysGoodByeInTls(String version, int type, int length) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls(TestCa.shared().sound(), version)
                        .send("* OK hi")
                        .expectClose()
                        .start()) {
            Connection open = Client.with(Security.TLS).connect("localhost", server.port());
            open.close();
            open.close();
            server.assertClosed();
            byte[] last = lastRecord(server.wire().bytes());
            assertEquals(type, last[0]);
            assertEquals(length, last.length - 5);
        }
    }

    private static byte[] lastRecord(byte[] wire) {
        int at = 0;
        int next = 0;
        while (next < wire.length) {
            at = next;
            next = at + 5 + ((wire[at + 3] & 0xff) << 8 | wire[at + 4] & 0xff);
        }
        return Arrays.copyOfRange(wire, at, wire.length);
    }

    @Test
    void closingDoesNotWaitForAPeerThatDoesNotRead() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls().send("* OK hi").pause("for ever").start()) {
            Connection open = Client.with(Security.TLS).connect("localhost", server.port());
            CompletableFuture<Void> blocked = new CompletableFuture<>();
            FutureTask<Integer> writing =
                    running(
                            () -> {
                                byte[] much = new byte[1 << 20];
                                for (int i = 0; i < 64; i++) {
                                    open.out().write(much);
                                    blocked.complete(null);
                                }
                                return 0;
                            });
            blocked.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
            open.close();
            assertThrows(IOException.class, () -> resultOf(writing));
        }
    }

    @Test
    void aReadThatWaitsTooLongIsToldApart() throws Exception {
        try (ScriptedServer server = greeting(Security.TLS);
                Connection open = Client.with(Security.TLS).connect("localhost", server.port())) {
            open.readTimeout(Duration.ofMillis(100));
            assertThrows(SocketTimeoutException.class, () -> open.in().read());
        }
    }

    @Test
    void aWriteThatWaitsTooLongIsToldApart() throws Exception {
        Duration limit = Duration.ofMillis(300);
        var impatient = new Timeouts(Client.PATIENT, Client.PATIENT, Client.PATIENT, limit);
        try (ScriptedServer server =
                        ScriptedServer.tls().send("* OK hi").pause("for ever").start();
                Connection open =
                        Client.with(Security.TLS)
                                .waiting(impatient)
                                .connect("localhost", server.port())) {
            byte[] much = new byte[64 << 20];
            assertThrows(SocketTimeoutException.class, () -> open.out().write(much));
        }
    }

    @Test
    void aMonitorThatFailsHarmsNobodyElse() throws Exception {
        NullProgressMonitor broken =
                new NullProgressMonitor() {
                    @Override
                    public boolean isCanceled() {
                        throw new IllegalStateException("broken");
                    }
                };
        try (ScriptedServer server = greeting(Security.NONE);
                Connection open = Client.with(Security.NONE).connect("localhost", server.port())) {
            try (Connection.Guard guard = open.guard(broken)) {
                assertThrows(IOException.class, () -> open.in().read());
            }
        }
        awaitRound();
    }

    @Test
    void noThreadStaysBehind() throws Exception {
        try (ScriptedServer server = greeting(Security.TLS)) {
            Client.with(Security.TLS).connect("localhost", server.port()).close();
        }
        Eventually.until(() -> ourThreads() == 0, SOON, "no thread of Postern is left");
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Postern "))
                .count();
    }

    private static ScriptedServer greeting(Security security) throws IOException {
        return security == Security.TLS
                ? ScriptedServer.tls().send("* OK hi").hang().start()
                : ScriptedServer.plain().send("* OK hi").hang().start();
    }

    private static <T> FutureTask<T> running(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("test").start(task);
        return task;
    }

    private static <T> T resultOf(FutureTask<T> task) throws Throwable {
        try {
            return task.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static void assertCancelled(FutureTask<?> task) {
        assertThrows(OperationCanceledException.class, () -> resultOf(task));
    }

    /** By an exception or by the end of the stream, but it ends. */
    private static void assertEnds(FutureTask<Integer> reading) throws Throwable {
        try {
            assertEquals(-1, resultOf(reading));
        } catch (IOException e) {
            assertTrue(reading.isDone());
        }
    }
}
