package org.postern.store.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.zip.CRC32C;

/** An entry's bytes. Tells of damage when they end, instead of their end. */
final class PackStream extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final PackEntry entry;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer buffer;
    private long position;
    private long left;

    PackStream(FileChannel channel, PackEntry entry) {
        this.channel = channel;
        this.entry = entry;
        this.position = entry.position() + EntryHead.SIZE;
        this.left = entry.length();
        this.buffer = ByteBuffer.allocate(Math.clamp(left, 1, BUFFER)).limit(0);
    }

    @Override
    public int read() throws IOException {
        return more() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(count, buffer.remaining());
        buffer.get(bytes, from, n);
        return n;
    }

    private boolean more() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        if (left == 0) {
            check();
            return false;
        }
        buffer.clear().limit((int) Math.min(left, buffer.capacity()));
        int n = channel.read(buffer, position);
        if (n <= 0) {
            buffer.limit(0);
            throw new DamagedEntry(entry);
        }
        buffer.flip();
        crc.update(buffer.duplicate());
        position += n;
        left -= n;
        return true;
    }

    private void check() throws DamagedEntry {
        if ((int) crc.getValue() != entry.crc()) {
            throw new DamagedEntry(entry);
        }
    }

    @Override
    public int available() {
        return buffer.remaining();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
