package org.postern.imap.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A literal's bytes straight from the wire. What nobody reads is passed over afterwards. */
public final class LiteralStream extends InputStream {

    private final WireIn in;
    private final long size;
    private long left;
    private boolean over;
    private boolean failed;

    LiteralStream(WireIn in, long size) {
        this.in = in;
        this.size = size;
        this.left = size;
    }

    /** The same for bytes that came as a quoted string. */
    public static LiteralStream of(byte[] bytes) {
        return new LiteralStream(
                new WireIn(new ByteArrayInputStream(bytes), Limits.DEFAULT), bytes.length);
    }

    /** As the server announced it: not to be trusted with an allocation. */
    public long size() {
        return size;
    }

    /** Whether reading from the server broke, as opposed to what the reader did with the bytes. */
    public boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (left == 0 || over) {
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        return took(() -> in.readLiteral(target, offset, (int) Math.min(length, left)));
    }

    @Override
    public int available() {
        return 0;
    }

    /** Ends the stream: a later read finds nothing, and the wire stands behind the literal. */
    void finish() throws IOException {
        while (left > 0) {
            took(() -> in.skipLiteral(left));
        }
        over = true;
    }

    private int took(Taking taking) throws IOException {
        try {
            int count = taking.take();
            left -= count;
            return count;
        } catch (IOException broken) {
            failed = true;
            throw broken;
        }
    }

    @FunctionalInterface
    private interface Taking {
        int take() throws IOException;
    }
}
