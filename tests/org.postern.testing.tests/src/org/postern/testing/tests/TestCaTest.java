package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.postern.testing.CertificateKind;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;

@Timeout(30)
class TestCaTest {
    private static final TestCa CA = TestCa.shared();

    @ParameterizedTest
    @EnumSource(
            value = CertificateKind.class,
            mode = Mode.EXCLUDE,
            names = {"EXPIRED", "NOT_YET_VALID", "SELF_SIGNED", "INCOMPLETE_CHAIN", "CLIENT_ONLY"})
    void makesPathsThatHold(CertificateKind kind) {
        assertDoesNotThrow(() -> check(CA.identity(kind)));
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateKind.class,
            names = {"EXPIRED", "NOT_YET_VALID", "SELF_SIGNED", "INCOMPLETE_CHAIN", "CLIENT_ONLY"})
    void makesPathsThatDoNotHold(CertificateKind kind) {
        assertThrows(CertificateException.class, () -> check(CA.identity(kind)));
    }

    @Test
    void isUnknownToClientsOfAnotherCa() {
        TestCa other = TestCa.named("Other CA");
        assertThrows(CertificateException.class, () -> check(other.sound()));
    }

    private static void check(ServerIdentity identity) throws CertificateException {
        X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
        CA.trustManager().checkServerTrusted(chain, "ECDHE_ECDSA");
    }

    @ParameterizedTest
    @EnumSource(CertificateKind.class)
    void presentsEveryKindThroughTls(CertificateKind kind) throws Exception {
        ServerIdentity identity = CA.identity(kind);
        try (ScriptedServer server = ScriptedServer.tls(identity).send("* OK").start();
                Line client = Line.trustingAnything(server.port())) {
            assertEquals(identity.chain(), client.certificates());
            assertEquals("* OK", client.read());
        }
    }

    @Test
    void namesLoopbackInTheSoundCertificate() throws Exception {
        String names = CA.sound().leaf().getSubjectAlternativeNames().toString();
        assertTrue(names.contains("localhost"), names);
        assertTrue(names.contains("127.0.0.1"), names);
        assertTrue(names.contains("0:0:0:0:0:0:0:1"), names);
    }

    @Test
    void isWrongInOneWayEach() throws Exception {
        assertEquals("[[2, elsewhere.example.org]]", names(CertificateKind.WRONG_HOST));
        assertEquals("[[2, ba*.example.com]]", names(CertificateKind.PARTIAL_WILDCARD));
        assertEquals("[[2, *.example.com]]", names(CertificateKind.WILDCARD));
        assertNull(leaf(CertificateKind.CN_ONLY).getSubjectAlternativeNames());
        assertEquals("SHA1withECDSA", leaf(CertificateKind.SHA1_SIGNATURE).getSigAlgName());
        assertEquals(1, leaf(CertificateKind.VERSION_1).getVersion());
        assertEquals(-1, leaf(CertificateKind.SOUND).getBasicConstraints());
        assertNotEquals(-1, leaf(CertificateKind.CA_AS_LEAF).getBasicConstraints());
        assertThrows(
                CertificateExpiredException.class, leaf(CertificateKind.EXPIRED)::checkValidity);
        assertThrows(
                CertificateNotYetValidException.class,
                leaf(CertificateKind.NOT_YET_VALID)::checkValidity);
        assertDoesNotThrow(
                () ->
                        leaf(CertificateKind.INCOMPLETE_CHAIN)
                                .verify(CA.intermediate().getPublicKey()));
    }

    private static String names(CertificateKind kind) throws CertificateException {
        return leaf(kind).getSubjectAlternativeNames().toString();
    }

    private static X509Certificate leaf(CertificateKind kind) {
        return CA.identity(kind).leaf();
    }

    @Test
    void makesEachKindOnce() {
        assertSame(CA.sound(), CA.sound());
    }

    @Test
    void certifiesAnyHost() throws Exception {
        X509Certificate leaf = CA.identityFor("imap.example.com", "example.com").leaf();
        assertEquals(
                "[[2, imap.example.com], [2, example.com]]",
                leaf.getSubjectAlternativeNames().toString());
    }

    @Test
    void writesPemThatReadsBack(@TempDir Path folder) throws Exception {
        CA.sound().writeTo(folder);
        assertEquals(CA.sound().chain(), read(folder.resolve("cert.pem")));
        assertEquals(List.of(CA.root()), read(CA.writeRoot(folder.resolve("root.pem"))));
        String key = Files.readString(folder.resolve("key.pem"));
        assertTrue(key.startsWith("-----BEGIN PRIVATE KEY-----\n"), "a PKCS #8 key");
        assertTrue(key.endsWith("\n-----END PRIVATE KEY-----\n"), "a PKCS #8 key");
    }

    private static List<? extends Certificate> read(Path file) throws Exception {
        try (InputStream input = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(input);
            return List.copyOf(certificates);
        }
    }

    @Test
    void keepsKeysOutOfText() {
        assertEquals("ServerIdentity[CN=localhost]", CA.sound().toString());
    }
}
