package org.postern.message.internal.header;

import org.postern.message.internal.Limits;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads lines that end with CRLF, LF or CR as text of one char per byte, and knows their offsets.
 * What exceeds {@link Limits#HEADER_LINE} is read over, not kept.
 */
final class LineReader {

    private final InputStream stream;
    private final StringBuilder line = new StringBuilder();
    private long position;
    private long start;
    private long end;
    private String text = "";
    private Peeked peeked;

    private record Peeked(boolean present, String text, long start, long end) {}

    LineReader(InputStream stream) {
        this.stream = stream.markSupported() ? stream : new BufferedInputStream(stream);
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        Peeked next = peeked == null ? readLine() : peeked;
        peeked = null;
        text = next.text;
        start = next.start;
        end = next.end;
        return next.present;
    }

    /** The line after the present one; empty at the end. */
    String peek() throws IOException {
        if (peeked == null) {
            peeked = readLine();
        }
        return peeked.text;
    }

    String text() {
        return text;
    }

    long start() {
        return start;
    }

    /** The offset after the line's end. */
    long end() {
        return end;
    }

    private Peeked readLine() throws IOException {
        long from = position;
        line.setLength(0);
        int b = read();
        if (b < 0) {
            return new Peeked(false, "", from, from);
        }
        while (b >= 0 && b != '\n' && b != '\r') {
            if (line.length() < Limits.HEADER_LINE) {
                line.append((char) b);
            }
            b = read();
        }
        if (b == '\r') {
            swallowLineFeed();
        }
        return new Peeked(true, line.toString(), from, position);
    }

    private int read() throws IOException {
        int b = stream.read();
        if (b >= 0) {
            position++;
        }
        return b;
    }

    private void swallowLineFeed() throws IOException {
        stream.mark(1);
        if (stream.read() == '\n') {
            position++;
        } else {
            stream.reset();
        }
    }
}
