package org.postern.store.internal;

import org.postern.core.AtomicFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * An append-only file of records, each with its length and checksum. A record is there as a whole
 * or not at all: what a crash left half written is cut off when the file is opened.
 */
public final class RecordLog implements AutoCloseable {

    private static final byte[] MAGIC = "postern1".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME = 8;

    private final FileChannel channel;
    private final boolean cut;
    private long end;

    private RecordLog(FileChannel channel, Content content) {
        this.channel = channel;
        this.end = content.end();
        this.cut = content.torn();
    }

    /** What a file held. */
    public record Content(List<byte[]> records, long end, boolean torn) {}

    /**
     * Opens a log to append to it, makes it when it is not there, and cuts a torn tail off.
     *
     * @param records receives what is in it
     */
    public static RecordLog open(Path file, List<byte[]> records) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            Content content = read(channel, file);
            records.addAll(content.records());
            RecordLog log = new RecordLog(channel, content);
            log.settle(file);
            return log;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void settle(Path file) throws IOException {
        if (cut) {
            channel.truncate(end);
        }
        if (end == 0) {
            put(ByteBuffer.wrap(MAGIC), 0);
            end = MAGIC.length;
            AtomicFile.force(file.toAbsolutePath().getParent());
        }
        channel.force(true);
    }

    /** Reads a file that is not to be appended to. */
    public static Content read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, file);
        }
    }

    private static Content read(FileChannel channel, Path file) throws IOException {
        ByteBuffer bytes = whole(channel);
        if (bytes.remaining() < MAGIC.length) {
            return new Content(List.of(), 0, bytes.hasRemaining());
        }
        byte[] magic = new byte[MAGIC.length];
        bytes.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new DamagedFile(file + " has another format");
        }
        List<byte[]> records = new ArrayList<>();
        int good = bytes.position();
        for (byte[] next = next(bytes); next.length > 0; next = next(bytes)) {
            records.add(next);
            good = bytes.position();
        }
        return new Content(records, good, good < bytes.limit());
    }

    /** The next sound record; an empty array when there is none. */
    private static byte[] next(ByteBuffer bytes) {
        byte[] none = new byte[0];
        if (bytes.remaining() < FRAME) {
            return none;
        }
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        if (length < 1 || length > bytes.remaining()) {
            return none;
        }
        byte[] record = new byte[length];
        bytes.get(record);
        return checksum(record) == checksum ? record : none;
    }

    private static ByteBuffer whole(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // the loop's condition does the work
        }
        return bytes.flip();
    }

    /** Writes a whole log file's content, for {@link AtomicFile}. */
    public static void write(OutputStream out, Iterable<byte[]> records) throws IOException {
        out.write(MAGIC);
        for (byte[] record : records) {
            out.write(framed(record).array());
        }
    }

    /** Appends a record; durable when it returns, and not there when it throws. */
    public void append(byte[] record) throws IOException {
        try {
            ByteBuffer framed = framed(record);
            put(framed, end);
            channel.force(false);
            end += framed.limit();
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
    }

    private void cutBack(IOException reason) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            reason.addSuppressed(e); // the next append writes over it at the same place
        }
    }

    private void put(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Whether a tail was cut off when it was opened. */
    public boolean cut() {
        return cut;
    }

    /** Bytes in the file. */
    public long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ByteBuffer framed(byte[] record) {
        return ByteBuffer.allocate(FRAME + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .flip();
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record);
        return (int) crc.getValue();
    }
}
