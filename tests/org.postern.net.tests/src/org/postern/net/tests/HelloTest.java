package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.Security;
import org.postern.net.Resolver;
import org.postern.testing.ScriptedServer;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What Postern says first in TLS, as an eavesdropper reads it (RFC 9325). */
class HelloTest {

    private static final int TLS_1_3 = 0x0304;
    private static final int TLS_1_2 = 0x0303;

    /** TLS_ECDHE_{RSA,ECDSA}_WITH_AES_{128_GCM_SHA256,256_GCM_SHA384}. */
    private static final Set<Integer> RECOMMENDED = Set.of(0xc02f, 0xc030, 0xc02b, 0xc02c);

    /** ECDHE with CHACHA20 of TLS 1.2, and the three suites of TLS 1.3 that hide and protect. */
    private static final Set<Integer> AS_GOOD = Set.of(0xcca8, 0xcca9, 0x1301, 0x1302, 0x1303);

    /** Not a suite: it stands for renegotiation_info (RFC 5746 §3.3). */
    private static final int SIGNAL = 0x00ff;

    /** ECDSA with P-256, RSA-PSS and RSA PKCS #1, each with SHA-256. */
    private static final List<Integer> WITH_SHA_256 = List.of(0x0403, 0x0804, 0x0401);

    /** secp256r1, 384r1, 521r1, x25519, x448, ffdhe2048 to 8192, X25519MLKEM768. */
    private static final Set<Integer> LARGE =
            Set.of(23, 24, 25, 29, 30, 256, 257, 258, 259, 260, 0x11ec);

    private static final int SECP256R1 = 23;
    private static final int X25519 = 29;

    private static Hello hello() throws Exception {
        return hello("localhost");
    }

    private static Hello hello(String host) throws Exception {
        Resolver here = name -> List.of(InetAddress.getLoopbackAddress());
        try (ScriptedServer server = ScriptedServer.plain().refuseTlsVersion().start()) {
            Client.with(Security.TLS).resolving(here).failure(host, server.port());
            return Hello.read(server.wire().bytes());
        }
    }

    @Test
    void offersTheTwoSafeVersionsAndNoOther() throws Exception {
        assertEquals(List.of(TLS_1_3, TLS_1_2), hello().versions());
    }

    @Test
    void offersTheSuitesThatEveryServerHas() throws Exception {
        List<Integer> suites = hello().suites();
        assertTrue(suites.containsAll(RECOMMENDED), suites::toString);
        assertTrue(suites.contains(0x1301), "the mandatory one of TLS 1.3");
    }

    /** Every suite is authenticated encryption with a key that is thrown away. */
    @Test
    void offersNoSuiteThatIsWeak() throws Exception {
        List<Integer> others =
                hello().suites().stream()
                        .filter(suite -> !RECOMMENDED.contains(suite) && !AS_GOOD.contains(suite))
                        .filter(suite -> suite != SIGNAL)
                        .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void offersNoCompression() throws Exception {
        assertArrayEquals(new byte[] {0}, hello().compressions());
    }

    @Test
    void offersTheGroupsThatEveryServerHas() throws Exception {
        List<Integer> groups = hello().groups();
        assertTrue(groups.containsAll(List.of(SECP256R1, X25519)), groups::toString);
    }

    @Test
    void saysWhatMakesTls12Sound() throws Exception {
        Hello hello = hello();
        assertTrue(hello.has(Hello.EXTENDED_MASTER_SECRET));
        assertTrue(hello.has(Hello.RENEGOTIATION_INFO) || hello.suites().contains(SIGNAL));
        assertFalse(hello.has(Hello.TRUNCATED_HMAC));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "Mail.Example.ORG., mail.example.org",
        "b\u00fccher.example, xn--bcher-kva.example"
    })
    void namesTheServerThatItWants(String typed, String name) throws Exception {
        assertEquals(name, hello(typed).serverName());
    }

    @Test
    void namesNoServerThatHasAnAddressOnly() throws Exception {
        assertFalse(hello("127.0.0.1").has(Hello.SERVER_NAME));
    }

    /** Only a local resolver knows it. */
    @Test
    void namesNoServerWhoseNameTlsCannotCarry() throws Exception {
        assertFalse(hello("my_mail").has(Hello.SERVER_NAME));
    }

    @Test
    void sendsNoEarlyDataAndNoTicket() throws Exception {
        hello();
        Hello second = hello();
        assertFalse(second.has(Hello.EARLY_DATA));
        assertFalse(second.has(Hello.PRE_SHARED_KEY));
        assertTrue(
                !second.has(Hello.SESSION_TICKET)
                        || second.extensions().get(Hello.SESSION_TICKET).length == 0);
    }

    @Test
    void usesEveryKeyOnce() throws Exception {
        byte[] first = hello().extensions().get(Hello.KEY_SHARE);
        byte[] second = hello().extensions().get(Hello.KEY_SHARE);
        assertFalse(Arrays.equals(first, second));
    }

    /** RFC 9325 §4.5: SHA-256 is asked for, and nothing is taken that is signed with less. */
    @Test
    void offersNoSignatureThatIsWeak() throws Exception {
        List<Integer> schemes = hello().signatures();
        assertTrue(schemes.containsAll(WITH_SHA_256), schemes::toString);
        assertEquals(List.of(), schemes.stream().filter(HelloTest::isWeakSignature).toList());
    }

    /** RFC 5246 §7.4.1.4.1: MD5, SHA-1 and SHA-224, and whatever is signed by DSA. */
    private static boolean isWeakSignature(int scheme) {
        int hash = scheme >> 8;
        boolean dsa = (scheme & 0xff) == 2;
        return hash >= 1 && hash <= 3 || hash <= 6 && dsa;
    }

    /** RFC 9325 §4.2.1: points are never compressed. */
    @Test
    void speaksOfPointsInOneFormOnly() throws Exception {
        byte[] formats = hello().extensions().getOrDefault(Hello.POINT_FORMATS, new byte[] {1, 0});
        assertArrayEquals(new byte[] {1, 0}, formats);
    }

    /** RFC 9325 §4.5: no curve of less than 224 bits, no finite field of less than 2048. */
    @Test
    void offersNoGroupThatIsSmall() throws Exception {
        assertEquals(List.of(), hello().groups().stream().filter(g -> !LARGE.contains(g)).toList());
    }

    @Test
    void asksForTheStateOfTheCertificate() throws Exception {
        assertTrue(hello().has(Hello.STATUS_REQUEST));
    }
}
