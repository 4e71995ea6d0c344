package org.postern.message;

import org.postern.message.internal.mime.ArrayBytes;
import org.postern.message.internal.mime.BytesStream;
import org.postern.message.internal.mime.FileBytes;
import org.postern.message.internal.mime.SlicedBytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that can be read at any position and as often as wanted: a message, or a part of one. They
 * must not change while anything made from them is in use. Nothing is kept open between two calls,
 * so there is nothing to close. Implementations are safe for use by several threads.
 */
public interface Bytes {

    /** The number of bytes, never negative. */
    long size();

    /**
     * Reads up to {@code length} bytes, starting at {@code position}, into an array.
     *
     * @return how many bytes were read, at least one, or -1 at or after the end
     * @throws IOException when the source itself cannot be read
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** A new buffered stream over all the bytes. Closing it is allowed and has no effect. */
    default InputStream open() {
        return new BytesStream(this, 0, size());
    }

    /**
     * The bytes from {@code from} up to, not including, {@code to}; nothing is copied.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
     */
    default Bytes slice(long from, long to) {
        return SlicedBytes.of(this, from, to);
    }

    /** All bytes in an array, cut off after {@code limit} bytes. */
    default byte[] first(int limit) throws IOException {
        return open().readNBytes((int) Math.min(limit, size()));
    }

    /** Bytes in memory. The array is not copied: the caller hands it over. */
    static Bytes of(byte[] array) {
        return new ArrayBytes(array);
    }

    /** Bytes of a file as long as it is now. */
    static Bytes of(Path file) throws IOException {
        return new FileBytes(file, Files.size(file));
    }

    /** Reads a stream to its end into memory; the caller closes the stream. */
    static Bytes of(InputStream stream) throws IOException {
        return new ArrayBytes(stream.readAllBytes());
    }
}
