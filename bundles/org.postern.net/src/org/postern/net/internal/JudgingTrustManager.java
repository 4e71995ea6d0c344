package org.postern.net.internal;

import org.postern.net.Posture;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Lets the judge decide during the handshake, and remembers what was decided about what. */
final class JudgingTrustManager extends X509ExtendedTrustManager {

    private final CertificateJudge judge;
    private final ReferenceHost host;
    private final Optional<X509Certificate> pin;
    private volatile Optional<Judged> judged = Optional.empty();

    /** A chain and what the judge said of it. */
    record Judged(List<X509Certificate> chain, CertificateReport report) {

        Posture.Trust trust() {
            return report.pinned() ? Posture.Trust.PIN : Posture.Trust.AUTHORITY;
        }
    }

    JudgingTrustManager(CertificateJudge judge, ReferenceHost host, Optional<X509Certificate> pin) {
        this.judge = judge;
        this.host = host;
        this.pin = pin;
    }

    Optional<Judged> judged() {
        return judged;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        List<X509Certificate> sent = List.of(chain);
        CertificateReport report = judge.judge(sent, host, pin, authType, socket);
        judged = Optional.of(new Judged(sent, report));
        if (!report.accepted()) {
            throw new CertificateException(report.detail());
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw withoutSocket();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw withoutSocket();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw withoutSocket();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw withoutSocket();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw withoutSocket();
    }

    /** Fail closed: only the handshake of a client's socket is ever judged here. */
    private static CertificateException withoutSocket() {
        return new CertificateException("only servers are judged, and only on a socket");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
