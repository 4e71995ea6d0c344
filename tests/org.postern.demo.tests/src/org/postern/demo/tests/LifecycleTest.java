package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.demo.DemoAccount;
import org.postern.demo.DemoKind;
import org.postern.demo.DemoServer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class LifecycleTest extends WithDemoServer {
    @Test
    void closeEndsIdlersSlowReadersAndHalfDoneHandshakesAtOnce() throws IOException {
        Peer idler = anna();
        idler.imap("SELECT INBOX");
        idler.send("i IDLE\r\n").line();
        Peer silent = new Peer(server.imapsPort());
        Peer greedy = anna();
        greedy.imap("SELECT Lists/Choir");
        greedy.send("f FETCH 1:* BODY.PEEK[]\r\n".repeat(20));
        assertTimeoutPreemptively(Duration.ofSeconds(5), server::close);
        assertThrows(IOException.class, () -> drain(idler));
        assertThrows(IOException.class, () -> drain(silent));
        idler.close();
        silent.close();
        greedy.close();
    }

    /** A closed connection ends or is reset; both are an exception here. */
    private static void drain(Peer peer) throws IOException {
        while (true) {
            peer.line();
        }
    }

    @Test
    void closeFreesThePortsAndMayBeCalledTwice() {
        int port = server.imapPort();
        server.close();
        server.close();
        assertThrows(
                ConnectException.class,
                () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        for (InetAddress address : addresses()) {
            assertThrows(IOException.class, () -> new Socket(address, server.imapPort()).close());
        }
        new Socket(server.host(), server.imapPort()).close();
    }

    private static List<InetAddress> addresses() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(network -> network.inetAddresses())
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    @Test
    void everyKindHasOneAccountWithItsOwnUserAndPassword() {
        List<DemoAccount> accounts = server.accounts();
        assertEquals(5, accounts.size());
        assertEquals(
                Set.of(DemoKind.values()),
                accounts.stream().map(DemoAccount::kind).collect(Collectors.toSet()));
        assertEquals(5, accounts.stream().map(DemoAccount::user).distinct().count());
        assertEquals(5, accounts.stream().map(this::password).distinct().count());
        assertEquals(server.imapPort(), server.port(DemoKind.IMAPS_ON_PLAIN_PORT));
        assertNotEquals(server.popPort(), server.popsPort());
    }

    @Test
    void passwordsAreCopies() {
        DemoAccount anna = account(DemoKind.IMAP);
        String before = password(anna);
        Arrays.fill(server.password(anna), 'x');
        assertEquals(before, password(anna));
    }

    @Test
    void refusesAnAccountOfSomebodyElse() {
        DemoAccount stranger = new DemoAccount("n", "p", "a@b.example", "u", DemoKind.POP);
        assertThrows(IllegalArgumentException.class, () -> server.password(stranger));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DemoAccount("n", "p", "no address", "u", DemoKind.POP));
    }

    @Test
    void saysWhatIsWrongWithTheStateFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        IOException e = assertThrows(IOException.class, () -> DemoServer.start(file));
        assertTrue(e.getMessage().contains("file"), e.getMessage());
    }
}
