package org.postern.testing.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.testing.TestCa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.security.cert.Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A client that speaks lines, so that these tests depend on nothing they test. */
final class Line implements AutoCloseable {
    private static final int PATIENCE = 10_000;
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
        return new Line(secured(new Socket("127.0.0.1", port), context));
    }

    /** The same connection under TLS; use it instead of this one. */
    Line upgraded() throws IOException {
        return new Line(secured(socket, TestCa.shared().clientContext()));
    }

    private static Socket secured(Socket plain, SSLContext context) throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, "localhost", plain.getPort(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    /** The certificate that the server presented. */
    Certificate certificate() throws IOException {
        return ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }

    String read() throws IOException {
        return reader.readLine();
    }

    int readOctet() throws IOException {
        return reader.read();
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
}
