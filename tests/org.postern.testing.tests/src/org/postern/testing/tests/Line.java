package org.postern.testing.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.testing.TestCa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A client that speaks lines, so that these tests depend on nothing they test. */
final class Line implements AutoCloseable {
    private static final int PATIENCE = 10_000;
    private static final int MOMENT = 200;
    private final Socket socket;
    private final BufferedReader reader;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    static Line plain(int port) throws IOException {
        return plain("localhost", port);
    }

    static Line plain(String host, int port) throws IOException {
        return new Line(new Socket(host, port));
    }

    static Line tls(int port) throws IOException {
        return tls(port, TestCa.shared().clientContext());
    }

    static Line tls(int port, SSLContext context) throws IOException {
        return new Line(secured(new Socket("127.0.0.1", port), context, "HTTPS"));
    }

    /** For tests that look at what a server presents, good or bad. */
    static Line trustingAnything(int port) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Gullible()}, null);
        return new Line(secured(new Socket("127.0.0.1", port), context, ""));
    }

    /** The same connection under TLS; use it instead of this one. */
    Line upgraded() throws IOException {
        return new Line(secured(socket, TestCa.shared().clientContext(), "HTTPS"));
    }

    private static Socket secured(Socket plain, SSLContext context, String check)
            throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, "localhost", plain.getPort(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(check);
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    /** The certificates that the server presented. */
    List<Certificate> certificates() throws IOException {
        return List.of(((SSLSocket) socket).getSession().getPeerCertificates());
    }

    String read() throws IOException {
        return reader.readLine();
    }

    int readOctet() throws IOException {
        return reader.read();
    }

    /** Whether nothing comes for a moment. */
    boolean silent() throws IOException {
        socket.setSoTimeout(MOMENT);
        try {
            return reader.read() < 0;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    Line write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Accepts all certificates. */
    private static final class Gullible extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
