package org.postern.store.internal.pack;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What stands before each message in a pack: a mark, the length and checksum of the bytes that
 * follow, and a checksum of the head itself. With it a pack can be read from its beginning when the
 * database is lost.
 *
 * @param length of the bytes
 * @param crc CRC-32C of the bytes
 */
public record EntryHead(long length, int crc) {

    /** Bytes that a head takes. */
    public static final int SIZE = 20;

    private static final int MARK = 0x504d5347; // "PMSG"

    /** Puts the head into the buffer where it stands. */
    void write(ByteBuffer out) {
        int start = out.position();
        out.putInt(MARK).putLong(length).putInt(crc);
        out.putInt(crc(out, start));
    }

    /** Reads a head; empty when there is none or it is damaged. */
    static Optional<EntryHead> read(ByteBuffer in) {
        int start = in.position();
        if (in.remaining() < SIZE || in.getInt() != MARK) {
            return Optional.empty();
        }
        EntryHead head = new EntryHead(in.getLong(), in.getInt());
        boolean sound = in.getInt() == crc(in, start) && head.length >= 0;
        return sound ? Optional.of(head) : Optional.empty();
    }

    private static int crc(ByteBuffer bytes, int start) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().position(start).limit(start + SIZE - Integer.BYTES));
        return (int) crc.getValue();
    }
}
