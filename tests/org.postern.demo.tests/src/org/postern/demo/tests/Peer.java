package org.postern.demo.tests;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The client's end of a connection: text goes out, lines come in, one byte per character. */
class Peer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private Socket socket;
    private InputStream in;
    private int tags;

    Peer(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Goes on inside TLS; the certificate must be the host's. */
    SSLSocket secure(SSLContext context, String host) throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        socket = tls;
        in = new BufferedInputStream(tls.getInputStream());
        return tls;
    }

    Peer send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Peer send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed after: " + line);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
    }

    String read(int count) throws IOException {
        return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    boolean atEnd() throws IOException {
        return in.read() < 0;
    }

    /** Sends an IMAP command and reads up to its tagged answer, which comes last. */
    List<String> imap(String command) throws IOException {
        String tag = "t" + ++tags;
        send(tag + " " + command + "\r\n");
        return until(tag + " ");
    }

    /** The same, without the tag in the answer. */
    String answer(String command) throws IOException {
        List<String> lines = imap(command);
        return lines.get(lines.size() - 1).replaceFirst("^t\\d+ ", "");
    }

    List<String> until(String start) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (!lines.get(lines.size() - 1).startsWith(start));
        return lines;
    }

    /** Sends a POP3 command and reads its one line. */
    String pop(String command) throws IOException {
        return send(command + "\r\n").line();
    }

    /** Sends a POP3 command and reads lines up to the lone dot, which is left out. */
    List<String> popLines(String command) throws IOException {
        List<String> lines = send(command + "\r\n").until(".");
        while (!lines.get(lines.size() - 1).equals(".")) {
            lines.addAll(until("."));
        }
        return lines.subList(0, lines.size() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
