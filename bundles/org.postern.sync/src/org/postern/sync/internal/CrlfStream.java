package org.postern.sync.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A message's bytes with a carriage return before each line feed, as servers want them. */
final class CrlfStream extends FilterInputStream {

    private boolean afterReturn;
    private boolean feedDue;

    CrlfStream(InputStream in) {
        super(in instanceof BufferedInputStream ? in : new BufferedInputStream(in));
    }

    @Override
    public int read() throws IOException {
        if (feedDue) {
            feedDue = false;
            return '\n';
        }
        int b = in.read();
        if (b == '\n' && !afterReturn) {
            feedDue = true;
            return '\r';
        }
        afterReturn = b == '\r';
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int room) throws IOException {
        int count = 0;
        while (count < room) {
            int b = read();
            if (b < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) b;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
