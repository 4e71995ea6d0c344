package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.internal.ChannelBinding;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;
import org.postern.testing.TlsServer;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;

/** What ties a proof to a connection. */
class ChannelBindingTest {

    private static final Client CLIENT = Client.with(Security.TLS);
    private static final TestCa CA = TestCa.shared();

    /** The oldest runtime that Postern supports has no exporter; then there is no such binding. */
    @Test
    void theExporterIsTheSameOnBothSidesWhereTheRuntimeHasOne() throws Exception {
        CompletableFuture<SSLSession> session = new CompletableFuture<>();
        try (TlsServer server =
                        new TlsServer(
                                CA.sound(),
                                socket -> {},
                                socket -> {
                                    TlsServer.say(socket, "* OK hi\r\n");
                                    session.complete(socket.getSession());
                                    socket.getInputStream().readAllBytes();
                                });
                Connection open = CLIENT.connect("localhost", server.port())) {
            Optional<byte[]> ours = open.channelBinding("tls-exporter");
            Optional<byte[]> theirs = exported(session.get(20, TimeUnit.SECONDS));
            assertEquals(theirs.isPresent(), ours.isPresent());
            assertArrayEquals(theirs.orElse(new byte[0]), ours.orElse(new byte[0]));
            assertEquals(Runtime.version().feature() >= 25, ours.isPresent());
        }
    }

    private static Optional<byte[]> exported(SSLSession session) throws Exception {
        var method =
                Arrays.stream(ExtendedSSLSession.class.getMethods())
                        .filter(each -> each.getName().equals("exportKeyingMaterialData"))
                        .findFirst();
        return method.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        (byte[])
                                method.get()
                                        .invoke(
                                                session,
                                                "EXPORTER-Channel-Binding",
                                                new byte[0],
                                                32));
    }

    @Test
    void thereIsNoExporterInOldTls() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.tls(CA.sound(), "TLSv1.2").send("* OK hi").hang().start();
                Connection open = CLIENT.connect("localhost", server.port())) {
            assertTrue(open.channelBinding("tls-exporter").isEmpty());
            assertTrue(open.channelBinding("tls-server-end-point").isPresent());
        }
    }

    @Test
    void theEndPointIsTheHashOfTheCertificate() throws Exception {
        byte[] expected =
                MessageDigest.getInstance("SHA-256").digest(CA.sound().leaf().getEncoded());
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                Connection open = CLIENT.connect("localhost", server.port())) {
            assertArrayEquals(expected, open.channelBinding("tls-server-end-point").orElseThrow());
            assertTrue(open.channelBinding("tls-unique").isEmpty());
        }
    }

    /** RFC 5929 §4.1: MD5 and SHA-1 are replaced, others are taken as they are. */
    @ParameterizedTest
    @CsvSource({
        "sha512.pem, SHA-512",
        "pss-sha384.pem, SHA-384",
        "sha1.pem, SHA-256",
        "md5.pem, SHA-256"
    })
    void theHashIsThatOfTheSignatureUnlessItIsBroken(String file, String hash) throws Exception {
        X509Certificate leaf = certificate(file);
        assertArrayEquals(
                MessageDigest.getInstance(hash).digest(leaf.getEncoded()),
                ChannelBinding.endPoint(leaf).orElseThrow());
    }

    @Test
    void aSignatureWithoutAHashGivesNoBinding() throws Exception {
        assertTrue(ChannelBinding.endPoint(certificate("ed25519.pem")).isEmpty());
    }

    private static X509Certificate certificate(String file) throws Exception {
        try (InputStream in = ChannelBindingTest.class.getResourceAsStream(file)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void aConnectionInClearIsTiedToNothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().send("* OK hi").hang().start();
                Connection open = Client.with(Security.NONE).connect("localhost", server.port())) {
            assertTrue(open.channelBinding("tls-server-end-point").isEmpty());
            assertTrue(open.channelBinding("tls-exporter").isEmpty());
        }
    }
}
