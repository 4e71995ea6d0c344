package org.postern.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Fills a mailbox by APPEND with literals that need no go-ahead (RFC 7888), pipelined. */
final class Filler implements AutoCloseable {

    private static final int AHEAD = 64;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int open;

    Filler(String host, int port, String user, String password) throws IOException {
        socket = new Socket(host, port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 18);
        line();
        send("a LOGIN \"" + user + "\" \"" + password + "\"\r\n");
        answered();
    }

    void fill(String mailbox, MailMaker maker, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            byte[] message = maker.message(i);
            send("a APPEND " + mailbox + " {" + message.length + "+}\r\n");
            out.write(message);
            send("\r\n");
            if (open >= AHEAD) {
                answered();
            }
        }
        while (open > 0) {
            answered();
        }
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        open += text.startsWith("a ") ? 1 : 0;
    }

    private void answered() throws IOException {
        out.flush();
        String line = line();
        while (!line.startsWith("a ")) {
            line = line();
        }
        if (!line.startsWith("a OK")) {
            throw new IOException("The server said: " + line);
        }
        open--;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new IOException("The server hung up.");
            }
            line.append((char) c);
            c = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
