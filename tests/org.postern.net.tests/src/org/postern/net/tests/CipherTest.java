package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TlsServer;

/** Servers that would have TLS, but none that is strong enough. */
class CipherTest {

    private static final Client CLIENT = Client.with(Security.TLS);
    private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};
    private static final byte[] INSUFFICIENT_SECURITY = {21, 3, 3, 0, 2, 2, 71};

    @Test
    void aServerWithWeakCiphersOnlyIsToldWithWhatItHas() throws Exception {
        String weak = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA";
        try (TlsServer server =
                TlsServer.greeting(
                        socket -> {
                            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                            socket.setEnabledCipherSuites(new String[] {weak});
                        })) {
            assertEquals(weak, noCommonCipher(server.port()).detail());
        }
    }

    @Test
    void aServerThatAlertsBeforeItChoosesHasNothingInCommon() throws Exception {
        for (byte[] alert : new byte[][] {HANDSHAKE_FAILURE, INSUFFICIENT_SECURITY}) {
            try (ScriptedServer server =
                    ScriptedServer.plain().sendBytes(alert).hangUp().forEveryConnection().start()) {
                assertEquals("handshake_failure", noCommonCipher(server.port()).detail());
            }
        }
    }

    /** It finds no cipher of TLS 1.2 because it knows none at all. */
    @Test
    void aServerWithoutACommonCipherMayBeTooOld() throws Exception {
        byte[] hello = new byte[5 + 4 + 38];
        hello[0] = 22;
        hello[1] = 3;
        hello[2] = 1;
        hello[4] = 42;
        hello[5] = 2;
        hello[8] = 38;
        hello[9] = 3;
        hello[10] = 1;
        hello[45] = 0x2f;
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .sendBytes(HANDSHAKE_FAILURE)
                        .hang()
                        .nextConnection()
                        .sendBytes(hello)
                        .hang()
                        .start()) {
            var old = assertInstanceOf(Failure.TlsTooOld.class, CLIENT.failure(server.port()));
            assertEquals("TLS 1.0", old.detail());
        }
    }

    private static Failure.NoCommonCipher noCommonCipher(int port) {
        return assertInstanceOf(Failure.NoCommonCipher.class, CLIENT.failure(port));
    }
}
