package org.postern.demo.internal.net;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Lines and counted bytes over one connection. One thread reads, one (maybe another) writes. */
public final class Wire {
    private static final int HANDSHAKE_MILLIS = 30_000;
    private static final int IDLE_MILLIS = 31 * 60_000;

    private final Socket raw;
    private Socket top;
    private InputStream in;
    private OutputStream out;
    private boolean secured;

    Wire(Socket raw) throws IOException {
        this.raw = raw;
        raw.setTcpNoDelay(true);
        raw.setSoTimeout(IDLE_MILLIS);
        use(raw);
    }

    private void use(Socket socket) throws IOException {
        top = socket;
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 16_384);
    }

    /**
     * Goes on inside TLS. What the client sent in clear behind its STARTTLS is dropped with the old
     * buffer, so that nothing injected there is ever obeyed.
     */
    public void secure(SSLContext context) throws IOException {
        raw.setSoTimeout(HANDSHAKE_MILLIS);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        raw.setSoTimeout(IDLE_MILLIS);
        use(socket);
        secured = true;
    }

    public boolean secured() {
        return secured;
    }

    /** Reads up to a line feed and leaves the line's end out. */
    public byte[] readLine(int limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("connection closed by the client");
            }
            if (line.size() > limit) {
                throw new LineTooLong(limit);
            }
            line.write(b);
        }
        return withoutReturn(line.toByteArray());
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean ends = line.length > 0 && line[line.length - 1] == '\r';
        return ends ? Arrays.copyOf(line, line.length - 1) : line;
    }

    /** Reads exactly so many bytes. */
    public byte[] read(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("connection closed by the client");
        }
        return bytes;
    }

    /** Whether the client has already sent more, so that answers may wait to travel together. */
    public boolean pipelined() throws IOException {
        return in.available() > 0;
    }

    public Wire line(String text) throws IOException {
        return bytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public Wire bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** Says goodbye on the layer of TLS, if there is one, and closes the connection. */
    void close() throws IOException {
        top.close();
    }
}
