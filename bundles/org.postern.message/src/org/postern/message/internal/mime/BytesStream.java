package org.postern.message.internal.mime;

import jakarta.mail.internet.SharedInputStream;

import org.postern.message.Bytes;

import java.io.IOException;
import java.io.InputStream;

/**
 * A buffered stream over a range of bytes. Being shared, it lets Jakarta Mail cut a multipart into
 * ranges without copying; {@link #bytes()} gives such a range back. For one thread.
 */
public final class BytesStream extends InputStream implements SharedInputStream {

    private static final int BUFFER = 64 * 1024;

    private final Bytes source;
    private final long start;
    private final long end;
    private long position;
    private long mark;
    private byte[] buffer = new byte[0];
    private long bufferStart;
    private int bufferLength;

    public BytesStream(Bytes source, long start, long end) {
        this.source = source;
        this.start = start;
        this.end = end;
        this.position = start;
        this.mark = start;
    }

    /** The whole range of this stream, wherever it has been read to. */
    public Bytes bytes() {
        return source.slice(start, end);
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        return buffer[(int) (position++ - bufferStart)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int at = (int) (position - bufferStart);
        int count = Math.min(length, bufferLength - at);
        System.arraycopy(buffer, at, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (position >= bufferStart && position < bufferStart + bufferLength) {
            return true;
        }
        if (position >= end) {
            return false;
        }
        if (buffer.length == 0) {
            buffer = new byte[(int) Math.min(BUFFER, end - start)];
        }
        int wanted = (int) Math.min(buffer.length, end - position);
        int count = source.read(position, buffer, 0, wanted);
        if (count <= 0) {
            throw new IOException("bytes end at " + position + " instead of " + end);
        }
        bufferStart = position;
        bufferLength = count;
        return true;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, end - position);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int readLimit) {
        mark = position;
    }

    @Override
    public void reset() {
        position = mark;
    }

    @Override
    public long getPosition() {
        return position - start;
    }

    @Override
    public InputStream newStream(long from, long to) {
        long last = to < 0 ? end : start + to;
        return new BytesStream(source, start + from, last);
    }
}
