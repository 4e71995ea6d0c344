package org.postern.store.internal.pack;

import org.postern.store.internal.Steps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * The end of a pack, for one writer at a time. What is written is durable after {@link #force}, and
 * counts only when the database says so; until then it can be taken back with {@link #rewind}.
 */
public final class PackWriter {

    private static final int BUFFER = 1 << 18;

    private final long number;
    private final FileChannel channel;
    private final Steps steps;
    private final byte[] buffer = new byte[BUFFER];
    private long end;
    private boolean broken;

    PackWriter(long number, FileChannel channel, long end, Steps steps) {
        this.number = number;
        this.channel = channel;
        this.end = end;
        this.steps = steps;
    }

    public long number() {
        return number;
    }

    /** Where the next entry will begin. */
    public long end() {
        return end;
    }

    public boolean broken() {
        return broken;
    }

    /**
     * Appends the bytes, read to their end; never holds them whole.
     *
     * @throws SourceFailed when {@code bytes} threw; nothing was appended then
     */
    public PackEntry append(InputStream bytes) throws IOException {
        int first = fill(bytes, EntryHead.SIZE);
        CRC32C crc = new CRC32C();
        crc.update(buffer, EntryHead.SIZE, first - EntryHead.SIZE);
        long length = first - EntryHead.SIZE;
        if (first < BUFFER) {
            EntryHead head = new EntryHead(length, (int) crc.getValue());
            head.write(ByteBuffer.wrap(buffer));
            write(end, first);
            return appended(head);
        }
        write(end, first);
        for (int n = fill(bytes, 0); n > 0; n = fill(bytes, 0)) {
            crc.update(buffer, 0, n);
            write(end + EntryHead.SIZE + length, n);
            length += n;
        }
        EntryHead head = new EntryHead(length, (int) crc.getValue());
        head.write(ByteBuffer.wrap(buffer));
        write(end, EntryHead.SIZE);
        return appended(head);
    }

    private PackEntry appended(EntryHead head) {
        PackEntry entry = new PackEntry(number, end, head.length(), head.crc());
        end = entry.end();
        return entry;
    }

    private int fill(InputStream bytes, int from) throws SourceFailed {
        try {
            return from + bytes.readNBytes(buffer, from, BUFFER - from);
        } catch (IOException e) {
            throw new SourceFailed(e);
        }
    }

    private void write(long position, int count) throws IOException {
        steps.before("pack.write");
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    /** Takes back what was appended from that position on. */
    public void rewind(long position) {
        end = position;
    }

    /** Gives the room of what was taken back to the disk. */
    public void trim() throws IOException {
        if (channel.size() > end) {
            steps.before("pack.truncate");
            channel.truncate(end);
        }
    }

    /** Makes all that was appended durable. After a failure nothing more is written here. */
    public void force() throws IOException {
        try {
            trim();
            steps.before("pack.force");
            channel.force(false);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
