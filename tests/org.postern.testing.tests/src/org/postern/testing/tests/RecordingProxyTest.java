package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.testing.Direction;
import org.postern.testing.Eventually;
import org.postern.testing.FreePorts;
import org.postern.testing.Passage;
import org.postern.testing.RecordingProxy;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;

import java.net.SocketException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

@Timeout(30)
class RecordingProxyTest {

    @Test
    void passesBothWaysAndKeepsIt() throws Exception {
        try (ScriptedServer server = greeting().expect("QUIT").send("+OK bye").start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start();
                Line client = Line.plain(proxy.port())) {
            assertEquals("+OK hello", client.read());
            assertEquals("+OK bye", client.write("QUIT\r\n").read());
            client.close();
            server.assertClosed();
            assertEquals("QUIT\r\n", proxy.recording(Direction.TO_SERVER).text());
            assertEquals("+OK hello\r\n+OK bye\r\n", proxy.recording(Direction.TO_CLIENT).text());
            assertTrue(isOrdered(proxy.passages()), proxy.passages()::toString);
            assertEquals(List.of(), proxy.failures());
        }
    }

    private static Script greeting() {
        return ScriptedServer.plain().send("+OK hello");
    }

    private static boolean isOrdered(List<Passage> passages) {
        Stream<Direction> ways = passages.stream().map(Passage::direction);
        List<Duration> times = passages.stream().map(Passage::at).toList();
        return ways.toList()
                        .equals(
                                List.of(
                                        Direction.TO_CLIENT,
                                        Direction.TO_SERVER,
                                        Direction.TO_CLIENT))
                && times.equals(times.stream().sorted().toList());
    }

    @Test
    void cutsAfterSoManyBytes() throws Exception {
        try (ScriptedServer server = greeting().start();
                RecordingProxy proxy =
                        RecordingProxy.to(server.port()).cut(Direction.TO_CLIENT, 3).start();
                Line client = Line.plain(proxy.port())) {
            assertEquals("+OK", client.read());
            assertNull(client.read());
        }
    }

    @Test
    void resetsAtOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().expect("QUIT").start();
                RecordingProxy proxy =
                        RecordingProxy.to(server.port()).reset(Direction.TO_SERVER, 4).start();
                Line client = Line.plain(proxy.port())) {
            client.write("QUIT\r\n");
            assertThrows(SocketException.class, client::read);
        }
    }

    @Test
    void stallsUntilResumed() throws Exception {
        try (ScriptedServer server = greeting().start();
                RecordingProxy proxy =
                        RecordingProxy.to(server.port()).stall(Direction.TO_CLIENT, 3).start();
                Line client = Line.plain(proxy.port())) {
            assertEquals('+', client.readOctet());
            assertEquals('O', client.readOctet());
            assertEquals('K', client.readOctet());
            assertTrue(client.silent(), "held up");
            proxy.resume();
            assertEquals(" hello", client.read());
        }
    }

    @Test
    void passesByteByByte() throws Exception {
        String line = "x".repeat(2000);
        try (ScriptedServer server = ScriptedServer.plain().expect(line).expectClose().start();
                RecordingProxy inner = RecordingProxy.to(server.port()).start();
                RecordingProxy outer =
                        RecordingProxy.to(inner.port()).trickle(Direction.TO_SERVER, 0).start();
                Line client = Line.plain(outer.port())) {
            client.write(line + "\r\n").close();
            server.assertDone();
            assertEquals(line + "\r\n", inner.recording(Direction.TO_SERVER).text());
            assertTrue(inner.passages().size() > 1, inner.passages()::toString);
        }
    }

    @Test
    void disturbsTheFirstConnectionOnly() throws Exception {
        try (ScriptedServer server = greeting().forEveryConnection().start();
                RecordingProxy proxy =
                        RecordingProxy.to(server.port())
                                .cut(Direction.TO_CLIENT, 0)
                                .firstConnectionOnly()
                                .start();
                Line first = Line.plain(proxy.port());
                Line second = Line.plain(proxy.port())) {
            assertNull(first.read());
            assertEquals("+OK hello", second.read());
            assertEquals(2, proxy.connections());
        }
    }

    @Test
    void cutsAllConnectionsOnDemandAndTakesNewOnes() throws Exception {
        try (ScriptedServer server = greeting().forEveryConnection().start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start();
                Line first = Line.plain(proxy.port())) {
            assertEquals("+OK hello", first.read());
            proxy.cutAll();
            assertNull(first.read());
            try (Line second = Line.plain(proxy.port())) {
                assertEquals("+OK hello", second.read());
            }
        }
    }

    @Test
    void closesTheClientWhenTheServerRefuses() throws Exception {
        try (RecordingProxy proxy = RecordingProxy.to(FreePorts.refused()).start();
                Line client = Line.plain(proxy.port())) {
            assertNull(client.read());
            Eventually.until(
                    () -> !proxy.failures().isEmpty(), Duration.ofSeconds(5), "it is told");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us"})
    void findsASecretInBase64AtAnyAlignment(String before) throws Exception {
        String line = Base64.getEncoder().encodeToString((before + "\0hunter22\0x").getBytes());
        var failure = assertThrows(AssertionError.class, () -> passThrough(line));
        assertTrue(failure.getMessage().contains("Base64"), failure.getMessage());
    }

    @Test
    void findsASecretAsItIs() {
        var failure = assertThrows(AssertionError.class, () -> passThrough("PASS hunter22"));
        assertTrue(failure.getMessage().contains("as it is at byte 5"), failure.getMessage());
        assertTrue(!failure.getMessage().contains("hunter22"), "the message tells the secret");
    }

    @Test
    void findsASecretInAQuotedString() {
        String line = "a LOGIN ann \"hun\\\"ter\"";
        var failure = assertThrows(AssertionError.class, () -> passThrough(line, "hun\"ter"));
        assertTrue(failure.getMessage().contains("quoted"), failure.getMessage());
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        passThrough("PASS hunter2");
    }

    private static void passThrough(String line) throws Exception {
        passThrough(line, "hunter22");
    }

    private static void passThrough(String line, String secret) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().expect(line).expectClose().start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start()) {
            Line.plain(proxy.port()).write(line + "\r\n").close();
            server.assertDone();
            proxy.assertNeverInClear(secret);
        }
    }

    @Test
    void readsNothingInTls() throws Exception {
        try (ScriptedServer server = ScriptedServer.tls().expect("PASS hunter22").start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start()) {
            Line.tls(proxy.port()).write("PASS hunter22\r\n").close();
            server.assertClosed();
            assertTrue(proxy.recording(Direction.TO_SERVER).size() > 100, "a handshake went by");
            proxy.assertNeverInClear("hunter22");
        }
    }
}
