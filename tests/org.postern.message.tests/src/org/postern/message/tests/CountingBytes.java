package org.postern.message.tests;

import org.postern.message.Bytes;

import java.io.IOException;

/** Counts how much of other bytes is read, which is what work on a message costs. */
final class CountingBytes implements Bytes {

    private final Bytes bytes;
    private long count;

    CountingBytes(byte[] array) {
        bytes = Bytes.of(array);
    }

    /** How many bytes were read, those read again counted again. */
    long count() {
        return count;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        int read = bytes.read(position, into, offset, length);
        count += Math.max(0, read);
        return read;
    }
}
