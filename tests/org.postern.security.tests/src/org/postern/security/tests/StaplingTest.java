package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.CertificateProblem;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;
import org.postern.testing.ServerIdentity;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Staples in real handshakes with OpenSSL (RFC 6066 §8, RFC 8446 §4.4.2.1). */
class StaplingTest {

    private static final Duration PAST = Duration.ofDays(-2);
    private static final Duration FUTURE = Duration.ofDays(2);
    private static final Forge ROOT = Forge.root("Root");
    private static final Forge BELOW = ROOT.below(Wish.authority("Below"));
    private static final TrustAnchors ANCHORS = TrustAnchors.of(ROOT.certificate());

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aServerThatProvesItsOwnRevocationIsRefused(String version) throws Exception {
        ServerIdentity server = BELOW.identity(Wish.server());
        byte[] answer =
                BELOW.answer(server.leaf(), new RevokedStatus(new Date(0), 1), PAST, FUTURE);
        assertEquals(Optional.of(CertificateProblem.REVOKED), met(version, server, answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aCertificateThatDemandsAnAnswerIsAcceptedWithIt(String version) throws Exception {
        ServerIdentity server = BELOW.identity(StapleTest.demanding(5));
        byte[] answer = BELOW.answer(server.leaf(), CertificateStatus.GOOD, PAST, FUTURE);
        assertEquals(Optional.empty(), met(version, server, answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aCertificateThatDemandsAnAnswerIsRefusedWithoutIt(String version) throws Exception {
        ServerIdentity server = BELOW.identity(StapleTest.demanding(5));
        assertEquals(Optional.of(CertificateProblem.OTHER), met(version, server, new byte[0]));
    }

    /** What the judge said in a handshake; the handshake went the same way. */
    private Optional<CertificateProblem> met(String version, ServerIdentity identity, byte[] answer)
            throws Exception {
        JudgeAlone judge = new JudgeAlone();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {judge}, new SecureRandom());
        try (StaplingServer server = StaplingServer.start(folder, version, identity, answer);
                SSLSocket socket =
                        (SSLSocket)
                                context.getSocketFactory()
                                        .createSocket(
                                                InetAddress.getLoopbackAddress(), server.port())) {
            shake(socket, judge);
        }
        return judge.report.problem();
    }

    private static void shake(SSLSocket socket, JudgeAlone judge) throws Exception {
        try {
            socket.startHandshake();
        } catch (SSLHandshakeException e) {
            assertEquals(false, judge.report.accepted(), e::toString);
        }
    }

    /** Asks the judge and nobody else. */
    private static final class JudgeAlone extends X509ExtendedTrustManager {

        private CertificateReport report;

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            report =
                    new CertificateJudge(() -> ANCHORS)
                            .judge(
                                    List.of(chain),
                                    ReferenceHost.of("localhost"),
                                    Optional.empty(),
                                    authType,
                                    socket);
            if (!report.accepted()) {
                throw new CertificateException(report.detail());
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
