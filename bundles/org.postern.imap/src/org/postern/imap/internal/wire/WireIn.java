package org.postern.imap.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The server's bytes, buffered, counted against the {@link Limits}. Used by one thread. */
public final class WireIn {

    private static final int HEAD = 120;

    private final InputStream source;
    private final Limits limits;
    private final byte[] buffer = new byte[64 * 1024];
    private final byte[] head = new byte[HEAD];
    private int position;
    private int end;
    private int headLength;

    /** From here on the bytes before {@link #position} belong to the head, too. */
    private int headFrom;

    private int budget;
    private long totalBudget = Long.MAX_VALUE;

    /**
     * @param source not buffered; not closed by this object
     */
    public WireIn(InputStream source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.budget = limits.line();
    }

    /** From here on all must have come within {@code bytes}. */
    public void allow(long bytes) {
        totalBudget = bytes;
    }

    /** Takes back {@link #allow}. */
    public void allowAll() {
        totalBudget = Long.MAX_VALUE;
    }

    /** A new response begins. */
    void startLine() {
        budget = limits.line();
        headLength = 0;
        headFrom = position;
    }

    /** Gives a long list of numbers another line's worth; who calls it counts the numbers. */
    void renewBudget() {
        budget = limits.line();
    }

    /** The next byte, not consumed. */
    int peek() throws IOException {
        if (position == end) {
            fill();
        }
        return buffer[position] & 0xff;
    }

    /** The next byte of a line. */
    int read() throws IOException {
        int octet = peek();
        spend(1);
        return octet;
    }

    /**
     * Copies bytes of a word up to its end, or as far as what has come and the target go; the first
     * is known to belong to it.
     */
    int readWord(WordKind kind, byte[] target, int offset) throws IOException {
        int most = Math.min(end - position, target.length - offset);
        int count = 1;
        while (count < most && !kind.ends(buffer[position + count] & 0xff)) {
            count++;
        }
        System.arraycopy(buffer, position, target, offset, count);
        spend(count);
        return count;
    }

    private void spend(int count) throws IOException {
        budget -= count;
        if (budget < 0) {
            throw new LimitReached("a line of more than " + limits.line() + " bytes");
        }
        position += count;
    }

    /** Only where they would be lost: this is a line's business, not a byte's. */
    private void keepHead() {
        int kept = Math.min(position - headFrom, HEAD - headLength);
        System.arraycopy(buffer, headFrom, head, headLength, kept);
        headLength += kept;
        headFrom = position;
    }

    /** Bytes of a literal: they count against no line. */
    int readLiteral(byte[] target, int offset, int length) throws IOException {
        keepHead();
        if (position == end && length >= buffer.length) {
            return readSource(target, offset, length);
        }
        if (position == end) {
            fill();
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, target, offset, count);
        passed(count);
        return count;
    }

    /** Passes over bytes of a literal. */
    int skipLiteral(long most) throws IOException {
        keepHead();
        if (position == end) {
            fill();
        }
        int count = (int) Math.min(most, end - position);
        passed(count);
        return count;
    }

    /** No byte of a literal belongs to the head. */
    private void passed(int count) {
        position += count;
        headFrom = position;
    }

    /**
     * Waits for the next byte as long as a read may take.
     *
     * @return whether one came
     */
    public boolean arrives() throws IOException {
        try {
            peek();
            return true;
        } catch (SocketTimeoutException nothingCame) {
            return false;
        }
    }

    /** What came and was not read yet; it is not read here any more. */
    public byte[] takeUnread() {
        byte[] unread = Arrays.copyOfRange(buffer, position, end);
        keepHead();
        position = end;
        headFrom = end;
        return unread;
    }

    /** How the present response begins, for a report; never any byte of a literal. */
    public String head() {
        keepHead();
        return new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
    }

    private void fill() throws IOException {
        keepHead();
        int count = readSource(buffer, 0, buffer.length);
        position = 0;
        headFrom = 0;
        end = count;
    }

    private int readSource(byte[] target, int offset, int length) throws IOException {
        int count = source.read(target, offset, length);
        if (count <= 0) {
            throw new EOFException("the server ended the connection");
        }
        totalBudget -= count;
        if (totalBudget < 0) {
            throw new LimitReached("too many bytes before the login");
        }
        return count;
    }
}
