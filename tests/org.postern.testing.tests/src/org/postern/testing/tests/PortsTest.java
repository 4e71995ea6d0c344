package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.testing.FreePorts;
import org.postern.testing.SilentPort;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.stream.IntStream;

@Timeout(30)
class PortsTest {
    private static final int BRIEF_MILLIS = 300;

    @Test
    void refusesConnectionsOnAClosedPort() throws Exception {
        int port = FreePorts.refused();
        assertThrows(ConnectException.class, () -> Line.plain(port));
    }

    @Test
    void findsDifferentPorts() throws Exception {
        assertEquals(20, IntStream.of(FreePorts.find(20)).distinct().count());
    }

    @Test
    void connectsAndNeverAnswers() throws Exception {
        try (SilentPort port = SilentPort.connecting();
                Socket socket = new Socket("127.0.0.1", port.port())) {
            socket.setSoTimeout(BRIEF_MILLIS);
            assertThrows(SocketTimeoutException.class, socket.getInputStream()::read);
        }
    }

    @Test
    void neverEvenConnects() throws Exception {
        try (SilentPort port = SilentPort.unreachable();
                Socket socket = new Socket()) {
            var address = new InetSocketAddress("127.0.0.1", port.port());
            assertThrows(SocketTimeoutException.class, () -> socket.connect(address, BRIEF_MILLIS));
        }
    }
}
