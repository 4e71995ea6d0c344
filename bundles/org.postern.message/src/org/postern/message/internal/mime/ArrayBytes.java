package org.postern.message.internal.mime;

import org.postern.message.Bytes;

import java.util.Objects;

/** Bytes in memory. */
public record ArrayBytes(byte[] array) implements Bytes {

    public ArrayBytes {
        Objects.requireNonNull(array, "array");
    }

    @Override
    public long size() {
        return array.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        if (position >= array.length) {
            return -1;
        }
        int count = (int) Math.min(length, array.length - position);
        System.arraycopy(array, (int) position, into, offset, count);
        return count;
    }

    @Override
    public String toString() {
        return array.length + " bytes in memory";
    }
}
