package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.demo.DemoKind;
import org.postern.demo.DemoServer;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

class TlsTest extends WithDemoServer {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void theChainIsGoodForEveryLoopbackName(String host)
            throws IOException, GeneralSecurityException {
        try (Peer peer = new Peer(server.imapsPort())) {
            peer.secure(trusting(), host);
            assertTrue(peer.line().startsWith("* OK [CAPABILITY"));
        }
    }

    @Test
    void theCertificateIsNotGoodForAnotherHost() throws IOException, GeneralSecurityException {
        SSLContext context = trusting();
        try (Peer peer = new Peer(server.imapsPort())) {
            assertThrows(SSLException.class, () -> peer.secure(context, "mail.example"));
        }
    }

    @Test
    void nobodyTrustsTheServerWithoutItsAuthority() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getDefault();
        try (Peer peer = new Peer(server.popsPort())) {
            assertThrows(SSLException.class, () -> peer.secure(context, "localhost"));
        }
    }

    @Test
    void theCertificatesHaveTheExtensionsOfTheirRoles()
            throws IOException, GeneralSecurityException {
        X509Certificate leaf = leaf();
        assertEquals(-1, leaf.getBasicConstraints());
        assertTrue(leaf.getKeyUsage()[0]);
        assertFalse(leaf.getKeyUsage()[5]);
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), leaf.getExtendedKeyUsage());
        assertEquals(3, leaf.getSubjectAlternativeNames().size());
        assertEquals("EC", leaf.getPublicKey().getAlgorithm());
        X509Certificate authority = authority();
        assertEquals(0, authority.getBasicConstraints());
        assertTrue(authority.getKeyUsage()[5]);
        assertArrayEquals(keyId(authority, "2.5.29.14"), keyId(leaf, "2.5.29.35"));
    }

    private X509Certificate leaf() throws IOException, GeneralSecurityException {
        try (Peer peer = new Peer(server.imapsPort())) {
            SSLSocket socket = peer.secure(trusting(), "localhost");
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** The last 20 bytes are the key id, in the subject's extension as in the issuer's. */
    private static byte[] keyId(X509Certificate certificate, String oid) {
        byte[] extension = certificate.getExtensionValue(oid);
        return Arrays.copyOfRange(extension, extension.length - 20, extension.length);
    }

    @Test
    void theStateFolderHoldsTheCertificateAndNoKey() throws IOException {
        try (var files = Files.list(server.caCertificate().getParent())) {
            assertEquals(List.of(server.caCertificate()), files.toList());
        }
        assertFalse(Files.readString(server.caCertificate()).contains("PRIVATE"));
    }

    @Test
    void everyStartHasNewKeysAndPasswords() throws IOException {
        String first = Files.readString(server.caCertificate());
        try (DemoServer other = DemoServer.start(folder.resolve("other"))) {
            assertNotEquals(first, Files.readString(other.caCertificate()));
            String mine = password(account(DemoKind.IMAP));
            String others = new String(other.password(other.accounts().get(0)));
            assertNotEquals(mine, others);
        }
    }

    @Test
    void startTlsGoesOnInsideTlsAndForgetsWhatWasInjected()
            throws IOException, GeneralSecurityException {
        try (Peer peer = imap()) {
            peer.send("a STARTTLS\r\nb NOOP\r\n");
            assertEquals("a OK Begin TLS now", peer.line());
            peer.secure(trusting(), "localhost");
            List<String> lines = peer.imap("CAPABILITY");
            assertEquals(2, lines.size(), "nothing answers the injected NOOP");
            assertFalse(lines.get(0).contains("STARTTLS"));
            assertTrue(peer.answer("STARTTLS").startsWith("BAD"));
        }
    }

    @Test
    void stlsGoesOnInsideTlsAndForgetsTheUser() throws IOException, GeneralSecurityException {
        try (Peer peer = pop()) {
            assertTrue(peer.popLines("CAPA").contains("STLS"));
            peer.pop("USER " + account(DemoKind.POP).user());
            assertTrue(peer.pop("STLS").startsWith("+OK"));
            peer.secure(trusting(), "localhost");
            assertEquals("-ERR USER first", peer.pop("PASS x"));
            assertFalse(peer.popLines("CAPA").contains("STLS"));
        }
    }

    @Test
    void tlsAgainstThePlainPortFails() throws IOException, GeneralSecurityException {
        SSLContext context = trusting();
        int port = server.port(account(DemoKind.IMAPS_ON_PLAIN_PORT).kind());
        try (Peer peer = new Peer(port)) {
            assertThrows(IOException.class, () -> peer.secure(context, "localhost"));
        }
    }
}
