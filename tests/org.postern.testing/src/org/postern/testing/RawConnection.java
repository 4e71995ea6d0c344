package org.postern.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Lines over a socket to a server of the same test, in Latin-1 so that each octet is a char. */
final class RawConnection implements AutoCloseable {
    private static final int LIMIT_MILLIS = 20_000;
    private final Socket socket;
    private final InputStream input;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream());
    }

    static RawConnection plain(String host, int port) throws IOException {
        return new RawConnection(new Socket(host, port));
    }

    /** Trusts whatever certificate comes: it may be the bad one that the test is about. */
    static RawConnection tls(String host, int port) throws IOException {
        return new RawConnection(trusting().getSocketFactory().createSocket(host, port));
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsAnything()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** Whether somebody at that port says anything. */
    static boolean greets(String host, int port) {
        try (RawConnection connection = plain(host, port)) {
            return !connection.readLine().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void writeLine(String line) throws IOException {
        write((line + "\r\n").getBytes(ISO_8859_1));
    }

    /** The next line without its end. */
    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = readOctet(); octet != '\n'; octet = readOctet()) {
            line.write(octet);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int readOctet() throws IOException {
        int octet = input.read();
        if (octet < 0) {
            throw new EOFException("The server closed the connection");
        }
        return octet;
    }

    String read(int count) throws IOException {
        byte[] bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The server closed the connection");
        }
        return new String(bytes, ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
