package org.postern.sync.tests;

import org.postern.sync.tests.Letter.Certifies;
import org.postern.testing.CertificateKind;
import org.postern.testing.ServerIdentity;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Who the server of a model check is in TLS. */
final class GateIdentities {

    private static final Map<Certifies, SSLContext> CONTEXTS = new ConcurrentHashMap<>();
    private static final TestCa UNKNOWN = TestCa.named("Nobody knows this CA");

    private GateIdentities() {}

    static SSLSocket layer(Socket below, Certifies certifies) throws IOException {
        SSLContext context =
                CONTEXTS.computeIfAbsent(certifies, each -> identity(each).serverContext());
        SSLSocket layered = (SSLSocket) context.getSocketFactory().createSocket(below, null, true);
        layered.setUseClientMode(false);
        if (certifies == Certifies.SOUND_BY_TLS_1_2) {
            layered.setEnabledProtocols(new String[] {"TLSv1.2"});
        }
        return layered;
    }

    private static ServerIdentity identity(Certifies certifies) {
        return switch (certifies) {
            case WRONG_HOST -> TestCa.shared().identity(CertificateKind.WRONG_HOST);
            case SELF_SIGNED -> TestCa.shared().identity(CertificateKind.SELF_SIGNED);
            case EXPIRED -> TestCa.shared().identity(CertificateKind.EXPIRED);
            case UNKNOWN_ISSUER -> UNKNOWN.sound();
            default -> TestCa.shared().sound();
        };
    }
}
