package org.postern.message.internal.mime;

import org.postern.message.Bytes;

import java.io.IOException;
import java.util.Objects;

/** A range of other bytes. Slices of slices refer to the outermost bytes, so chains stay short. */
public record SlicedBytes(Bytes whole, long from, long to) implements Bytes {

    public SlicedBytes {
        Objects.requireNonNull(whole, "whole");
        if (from < 0 || to < from || to > whole.size()) {
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + whole.size());
        }
    }

    /** A slice without another slice inside. */
    public static Bytes of(Bytes bytes, long from, long to) {
        if (bytes instanceof SlicedBytes outer) {
            Objects.checkFromToIndex(from, to, outer.size());
            return new SlicedBytes(outer.whole, outer.from + from, outer.from + to);
        }
        return new SlicedBytes(bytes, from, to);
    }

    @Override
    public long size() {
        return to - from;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        long left = size() - position;
        return left <= 0
                ? -1
                : whole.read(from + position, into, offset, (int) Math.min(length, left));
    }
}
