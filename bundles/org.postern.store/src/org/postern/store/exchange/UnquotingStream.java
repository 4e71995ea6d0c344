package org.postern.store.exchange;

import java.io.IOException;
import java.io.InputStream;

/** The reverse of {@link QuotingStream}: takes one {@code >} from each quoted line. */
final class UnquotingStream extends InputStream {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private final InputStream in;
    private long left;
    private long quotes;
    private int matched;
    private int given;
    private int next = -1;
    private boolean atStart = true;

    /**
     * @param length bytes that there are when nothing is quoted any more
     */
    UnquotingStream(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        if (!pending() && atStart) {
            lookAhead();
        }
        int b = pending() ? held() : in.read();
        if (b < 0) {
            return -1;
        }
        left--;
        atStart = b == '\n';
        return b;
    }

    private boolean pending() {
        return quotes > 0 || given < matched || next >= 0;
    }

    private int held() {
        if (quotes > 0) {
            quotes--;
            return '>';
        }
        if (given < matched) {
            return FROM[given++];
        }
        int b = next;
        next = -1;
        return b;
    }

    /** Reads the beginning of a line, until it is clear whether it is a quoted one. */
    private void lookAhead() throws IOException {
        atStart = false;
        matched = 0;
        given = 0;
        int b = in.read();
        while (b == '>') {
            quotes++;
            b = in.read();
        }
        while (matched < FROM.length && b == FROM[matched]) {
            matched++;
            b = matched < FROM.length ? in.read() : -1;
        }
        next = b;
        if (quotes > 0 && matched == FROM.length) {
            quotes--;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
