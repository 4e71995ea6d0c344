package org.postern.net.internal;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines octet by octet, so that nothing behind a line's end is ever taken off the stream. A
 * line is bounded; the whole is by the {@link Budget}.
 */
final class LineReader {

    static final int LINE_LIMIT = 8 * 1024;

    private final Endpoint peer;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int last;

    LineReader(Endpoint peer, InputStream in) {
        this.peer = peer;
        this.in = in;
    }

    /** The next octet, which begins a line; it is still part of what {@link #read} returns. */
    int begin() throws IOException {
        line.reset();
        return take();
    }

    /** The next line without its end. */
    String read() throws IOException, MailException {
        begin();
        return rest();
    }

    /** The line whose first octet {@link #begin} has read. */
    String rest() throws IOException, MailException {
        while (last != '\n') {
            if (line.size() > LINE_LIMIT) {
                throw exceeded("line: " + LINE_LIMIT + " bytes");
            }
            take();
        }
        String text = soFar();
        return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
    }

    /** What came of the present line. */
    String soFar() {
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Octets that wait to be read, as far as the system knows. */
    int waiting() throws IOException {
        return in.available();
    }

    private int take() throws IOException {
        last = next();
        line.write(last);
        return last;
    }

    private int next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the peer closed the connection");
        }
        return octet;
    }

    private MailException exceeded(String limit) {
        return new MailException(new Failure.LimitExceeded(peer, limit));
    }
}
