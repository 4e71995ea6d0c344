package org.postern.net.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets somebody hear what goes out, and counts it. */
final class LoggedOutput extends FilterOutputStream {

    private final Ear ear;
    private volatile long count;

    /** Hears what goes out, before it does. */
    @FunctionalInterface
    interface Ear {
        void hear(byte[] bytes, int offset, int length);
    }

    LoggedOutput(OutputStream out, Ear ear) {
        super(out);
        this.ear = ear;
    }

    /** How many bytes went out so far. */
    long count() {
        return count;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ear.hear(bytes, offset, length);
        out.write(bytes, offset, length);
        count += length;
    }
}
