package org.postern.store.internal.pack;

/**
 * Where a message's bytes lie.
 *
 * @param pack number of the pack
 * @param position of the entry's head in it
 * @param length of the bytes
 * @param crc CRC-32C of the bytes
 */
public record PackEntry(long pack, long position, long length, int crc) {

    /** Bytes that it takes in the pack. */
    public long room() {
        return EntryHead.SIZE + length;
    }

    /** Where the next entry begins. */
    public long end() {
        return position + room();
    }

    /** Whether the other one may have the same bytes. */
    public boolean resembles(PackEntry other) {
        return length == other.length && crc == other.crc;
    }
}
