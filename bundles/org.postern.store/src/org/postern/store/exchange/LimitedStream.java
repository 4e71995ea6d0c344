package org.postern.store.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (left == 0 && count > 0) {
            return -1;
        }
        int n = super.read(bytes, from, (int) Math.min(count, left));
        left -= Math.max(n, 0);
        return n;
    }
}
