package org.postern.bench;

import org.postern.testing.Dovecot;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocket;

/**
 * The limit for POP3: everything is asked for in advance over TLS, and what comes is thrown away.
 */
final class RawPop implements AutoCloseable {

    private static final int WINDOW = 64;

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    RawPop(Dovecot server) throws IOException {
        socket =
                (SSLSocket)
                        TestCa.shared()
                                .clientContext()
                                .getSocketFactory()
                                .createSocket("localhost", server.popsPort());
        socket.startHandshake();
        in = socket.getInputStream();
        out = socket.getOutputStream();
        line();
        ask("USER " + server.user().name());
        ask("PASS " + server.user().password());
    }

    private void ask(String command) throws IOException {
        send(command + "\r\n");
        ok();
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void ok() throws IOException {
        String line = line();
        if (!line.startsWith("+OK")) {
            throw new IOException(line);
        }
    }

    /** Reads the first messages of the maildrop, with so many commands under way. */
    void retrieve(int messages) throws IOException {
        int sent = 0;
        for (int got = 0; got < messages; got++) {
            if (sent - got <= WINDOW / 2) {
                StringBuilder commands = new StringBuilder();
                for (; sent < Math.min(messages, got + WINDOW); sent++) {
                    commands.append("RETR ").append(sent + 1).append("\r\n");
                }
                send(commands.toString());
            }
            ok();
            skipBlock();
        }
        ask("QUIT");
    }

    /** To the line that has a dot only. */
    private void skipBlock() throws IOException {
        int matched = 2; // of CR LF . CR LF; a line has just ended
        while (matched < 5) {
            byte b = next();
            boolean goesOn = b == "\r\n.\r\n".charAt(matched);
            matched = goesOn ? matched + 1 : b == '\r' ? 1 : 0;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (byte b = next(); b != '\n'; b = next()) {
            line.append((char) b);
        }
        return line.toString();
    }

    private byte next() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(buffer);
            if (end <= 0) {
                throw new IOException("The server hung up.");
            }
        }
        return buffer[at++];
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
