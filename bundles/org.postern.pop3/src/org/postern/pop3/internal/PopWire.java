package org.postern.pop3.internal;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.net.Connection;
import org.postern.net.ConnectionException;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lines and dot-stuffed blocks over a connection, with limits. Every problem comes out as a {@link
 * WireException}.
 */
final class PopWire {

    private static final int BUFFER = 64 * 1024;

    private final Endpoint peer;
    private final PopLimits limits;
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream hidden;
    private final Duration patience;
    private final Measures measures;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private Step step = Step.LOGIN;
    private UnaryOperator<String> redaction = UnaryOperator.identity();

    PopWire(Connection connection, Duration patience, PopLimits limits) {
        this.peer = connection.peer();
        this.limits = limits;
        this.in = connection.in();
        this.out = new BufferedOutputStream(connection.out(), 8 * 1024);
        this.hidden = connection.hidden();
        this.patience = patience;
        this.measures = new Measures(connection);
    }

    Endpoint peer() {
        return peer;
    }

    PopLimits limits() {
        return limits;
    }

    /** The server sent more than that. */
    WireException exceeded(String limit) {
        return new WireException(new Failure.LimitExceeded(peer, limit));
    }

    /** From here on a failure is told as one of this step. */
    void enter(Step newStep) {
        step = newStep;
    }

    /** What to do to text from the server before it is shown: it may echo a password. */
    void redact(UnaryOperator<String> by) {
        redaction = by;
    }

    /** Text from the server fit to be shown. */
    String said(String text) {
        return Text.visible(redaction.apply(text));
    }

    /**
     * Puts a command into the buffer; {@link #flush} sends it. Must not hold a secret or a line
     * break.
     */
    void write(String command) throws WireException {
        begin(command + "\r\n");
    }

    /** The same for a command whose rest is secret: {@link #secretLine} must follow. */
    void begin(String command) throws WireException {
        measures.written(command);
        try {
            out.write(command.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Sends a secret and ends the line; no log hears the secret, and the caller wipes it. */
    void secretLine(byte[] secret) throws WireException {
        flush();
        try {
            if (secret.length > 0) {
                hidden.write(secret);
            }
        } catch (IOException e) {
            throw broken(e);
        }
        write("");
        flush();
    }

    void flush() throws WireException {
        try {
            out.flush();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    PopReply ask(String command) throws WireException {
        write(command);
        flush();
        return reply();
    }

    PopReply reply() throws WireException {
        return reply(line());
    }

    /** A line that must be an answer. */
    PopReply reply(String line) throws WireException {
        PopReply reply =
                PopReply.parse(line)
                        .orElseThrow(
                                () ->
                                        new WireException(
                                                new Failure.ProtocolError(
                                                        peer, "neither +OK nor -ERR", said(line))));
        measures.answered(reply.ok());
        return reply;
    }

    /** A line without its end; LF alone is taken as an end as well. */
    String line() throws WireException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = read(); b != '\n'; b = read()) {
            if (line.size() == limits.line()) {
                throw exceeded(limits.line() + " bytes in a line");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The next line of a multi-line answer of short lines, or empty at its end. */
    Optional<String> listLine() throws WireException {
        String line = line();
        if (line.equals(".")) {
            return Optional.empty();
        }
        return Optional.of(line.startsWith(".") ? line.substring(1) : line);
    }

    /**
     * The block that follows a +OK, dots taken out; it must be read or {@linkplain DotStream#drain
     * drained} before anything else.
     */
    DotStream block() {
        return new DotStream(this, limits.body());
    }

    /**
     * The same for a message of which the server said how long it is. It may count line ends as one
     * byte, or be quite wrong, but not without bound.
     */
    DotStream block(long announced) {
        return new DotStream(this, limits.body(announced));
    }

    /** How many bytes are here, after at least one was waited for. */
    int available() throws WireException {
        if (position == limit) {
            fill();
        }
        return limit - position;
    }

    /** How many bytes are here without waiting. */
    int buffered() {
        return limit - position;
    }

    /**
     * Copies up to and with the next line feed, as far as it is here and there is room, after at
     * least one byte was waited for.
     */
    int copyLine(byte[] target, int offset, int room) throws WireException {
        int here = Math.min(available(), room);
        int end = position + here;
        int at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        int count = Math.min(at + 1, end) - position;
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** The next byte, which stays. */
    byte peek() throws WireException {
        available();
        return buffer[position];
    }

    /** The next of the {@link #available} bytes. */
    byte take() {
        return buffer[position++];
    }

    void skip(int count) {
        position += count;
    }

    private int read() throws WireException {
        available();
        return take();
    }

    private void fill() throws WireException {
        try {
            int count = in.read(buffer);
            if (count < 0) {
                throw new WireException(new Failure.Closed(peer, step, ""));
            }
            position = 0;
            limit = count;
        } catch (SocketTimeoutException e) {
            throw new WireException(new Failure.TimedOut(peer, step, patience), e);
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private WireException broken(IOException e) {
        return new WireException(ConnectionException.in(e).orElseGet(() -> failure(e)), e);
    }

    private Failure failure(IOException e) {
        return new Failure.Broken(peer, step, said(String.valueOf(e.getMessage())));
    }
}
