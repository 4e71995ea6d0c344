package org.postern.store.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Puts a {@code >} before each line that begins with {@code From } or with that already quoted. */
final class QuotingStream extends FilterOutputStream {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private long quotes;
    private int matched;
    private boolean atStart = true;
    private int last = '\n';

    QuotingStream(OutputStream out) {
        super(out);
    }

    /** What could become such a line is held back until that is known. */
    @Override
    public void write(int b) throws IOException {
        last = b;
        if (atStart && matched == 0 && b == '>') {
            quotes++;
        } else if (atStart && b == FROM[matched]) {
            matched++;
            if (matched == FROM.length) {
                quotes++;
                release();
            }
        } else {
            release();
            out.write(b);
            atStart = b == '\n';
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    private void release() throws IOException {
        for (; quotes > 0; quotes--) {
            out.write('>');
        }
        out.write(FROM, 0, matched);
        matched = 0;
        atStart = false;
    }

    /** Ends the message with a line end, when it has none, and an empty line. */
    void finish() throws IOException {
        release();
        if (last != '\n') {
            out.write('\n');
        }
        out.write('\n');
        atStart = true;
        last = '\n';
    }
}
