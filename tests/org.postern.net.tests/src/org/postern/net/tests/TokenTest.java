package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.security.ClientCertificates;
import org.postern.security.ClientIdentity;
import org.postern.testing.CertificateKind;
import org.postern.testing.ServerIdentity;
import org.postern.testing.SoftToken;
import org.postern.testing.TestCa;
import org.postern.testing.TlsServer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A handshake in which our key stays in a PKCS#11 token; SoftHSM is the token. */
class TokenTest {

    private static final ServerIdentity ANN = TestCa.shared().identity(CertificateKind.CLIENT_ONLY);

    @TempDir private static Path folder;

    @BeforeAll
    static void makeToken() throws Exception {
        SoftToken.make(folder, Map.of("ann", ANN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aTokenProvesWhoWeAre(String version) throws Exception {
        ClientIdentity ann = fromToken();
        assertNull(ann.key().getEncoded());
        try (TlsServer server =
                        TlsServer.greeting(
                                socket -> {
                                    socket.setNeedClientAuth(true);
                                    socket.setEnabledProtocols(new String[] {version});
                                });
                Connection open =
                        Client.with(Security.TLS)
                                .showing(ann)
                                .connect("localhost", server.port())) {
            assertEquals(Optional.of(version), open.posture().protocol());
            assertEquals(Optional.of(ANN.leaf()), open.posture().client());
        }
    }

    private static ClientIdentity fromToken() throws MailException {
        try (Secret pin = Secret.of(SoftToken.PIN.toCharArray())) {
            return new ClientCertificates()
                    .fromToken(
                            new Endpoint("localhost", new Port(993)),
                            SoftToken.module().toString(),
                            "",
                            Optional.of(pin));
        }
    }
}
