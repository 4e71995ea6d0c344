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

/**
 * Lines and dot-stuffed blocks over a connection, with limits. Every problem comes out as a {@link
 * WireException}.
 */
final class PopWire {

    static final int LONGEST_LINE = 64 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final Endpoint peer;
    private final InputStream in;
    private final OutputStream out;
    private final Duration patience;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private Step step = Step.LOGIN;

    PopWire(Connection connection, Duration patience) {
        this.peer = connection.peer();
        this.in = connection.in();
        this.out = new BufferedOutputStream(connection.out(), 8 * 1024);
        this.patience = patience;
    }

    Endpoint peer() {
        return peer;
    }

    /** From here on a failure is told as one of this step. */
    void enter(Step newStep) {
        step = newStep;
    }

    /**
     * Puts a command into the buffer; {@link #flush} sends it. Must not hold a secret or a line
     * break.
     */
    void write(String command) throws WireException {
        write(command.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for bytes that may hold a secret; the caller wipes them and flushes at once. */
    void write(byte[] command) throws WireException {
        try {
            out.write(command);
            out.write('\r');
            out.write('\n');
        } catch (IOException e) {
            throw broken(e);
        }
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
        String line = line();
        return PopReply.parse(line)
                .orElseThrow(
                        () ->
                                new WireException(
                                        new Failure.ProtocolError(
                                                peer, "neither +OK nor -ERR", Text.visible(line))));
    }

    /** A line without its end; LF alone is taken as an end as well. */
    String line() throws WireException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = read(); b != '\n'; b = read()) {
            if (line.size() == LONGEST_LINE) {
                throw new WireException(new Failure.LimitExceeded(peer, "64 KiB in a line"));
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
        return new DotStream(this);
    }

    /** How many bytes are here, after at least one was waited for. */
    int available() throws WireException {
        if (position == limit) {
            fill();
        }
        return limit - position;
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
        return new WireException(ConnectionException.in(e).orElseGet(() -> said(e)), e);
    }

    private Failure said(IOException e) {
        return new Failure.Broken(peer, step, Text.visible(String.valueOf(e.getMessage())));
    }
}
