package org.postern.bench;

import org.postern.testing.TestCa;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocket;

/**
 * The limit: a client that asks for everything at once over TLS and throws away what it reads. It
 * looks at no more bytes than it must to know where the answer ends.
 */
final class RawReader implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    RawReader(String host, int port, String user, String password) throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        TestCa.shared().clientContext().getSocketFactory().createSocket(host, port);
        tls.startHandshake();
        socket = tls;
        in = socket.getInputStream();
        line();
        command("LOGIN \"" + user + "\" \"" + password + "\"");
    }

    /** Sends a command and reads to the end of its answer; gives back how many bytes came. */
    long command(String command) throws IOException {
        socket.getOutputStream()
                .write(("t " + command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        long bytes = 0;
        String line = line();
        while (!line.startsWith("t ")) {
            bytes += line.length() + 2L;
            if (line.endsWith("}")) {
                long literal =
                        Long.parseLong(
                                line.substring(line.lastIndexOf('{') + 1, line.length() - 1));
                skip(literal);
                bytes += literal;
            }
            line = line();
        }
        if (!line.startsWith("t OK")) {
            throw new IOException(command + ": " + line);
        }
        return bytes + line.length() + 2;
    }

    /** All that is answered to a command without literals. */
    String said(String command) throws IOException {
        socket.getOutputStream()
                .write(("t " + command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder said = new StringBuilder();
        String line = line();
        while (!line.startsWith("t ")) {
            said.append(line).append('\n');
            line = line();
        }
        return said.append(line).toString();
    }

    private void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (at == end) {
                more();
            }
            int step = (int) Math.min(left, end - at);
            at += step;
            left -= step;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (at == end) {
                more();
            }
            char c = (char) (buffer[at++] & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private void more() throws IOException {
        at = 0;
        end = in.read(buffer);
        if (end <= 0) {
            end = 0;
            throw new IOException("The server hung up.");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
