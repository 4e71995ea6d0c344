package org.postern.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server's end of one connection: lines and bytes, in clear at first, perhaps TLS later. */
final class Wire implements AutoCloseable {
    private final Socket raw;
    private final Recording clear;
    private final Recording secured;
    private Socket current;
    private boolean tls;

    Wire(Socket raw, Recording clear, Recording secured) {
        this.raw = raw;
        this.clear = clear;
        this.secured = secured;
        current = raw;
    }

    void startTls(SSLContext context, String... protocols) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        current = socket;
        tls = true;
        socket.startHandshake();
    }

    boolean tls() {
        return tls;
    }

    /** One octet, or -1 at the end. */
    int read() throws IOException {
        int octet = current.getInputStream().read();
        if (octet >= 0) {
            (tls ? secured : clear).add(octet);
        }
        return octet;
    }

    byte[] read(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int octet = read();
            if (octet < 0) {
                throw new EOFException("the end of the stream after " + i + " of " + count);
            }
            bytes[i] = (byte) octet;
        }
        return bytes;
    }

    /** All octets up to a line feed or the end, the line feed included; empty at the end. */
    byte[] readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = read();
        while (octet >= 0) {
            line.write(octet);
            octet = octet == '\n' ? -1 : read();
        }
        return line.toByteArray();
    }

    void write(byte[] bytes) throws IOException {
        current.getOutputStream().write(bytes);
        current.getOutputStream().flush();
    }

    /** Ends the connection without a farewell, so that the client sees a reset. */
    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    @Override
    public void close() throws IOException {
        current.close();
        raw.close();
    }
}
