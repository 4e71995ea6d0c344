package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.UidSet;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;

/**
 * A check-sum of flags for each thousand UIDs: where a server has no mod-sequences, it tells which
 * few of a hundred thousand flags must be told on, at the price of eleven characters a thousand.
 */
final class FlagDigest {

    private static final int BITS = 10;

    /** A mailbox whose UIDs lie far apart is not worth it. */
    private static final int MOST_BLOCKS = 4096;

    /** Stands for a block whose flags are not all known. */
    private static final long UNKNOWN = 0;

    private final Map<Long, Long> sums = new HashMap<>();
    private long block = -1;
    private long sum;

    /** The flags that a message has; each message once. */
    void add(long uid, int flags) {
        if (uid >> BITS != block) {
            leaveBlock();
            block = uid >> BITS;
            sum = sums.getOrDefault(block, UNKNOWN);
        }
        sum += mixed(uid << 8 | flags);
    }

    private void leaveBlock() {
        if (block >= 0) {
            sums.put(block, sum);
        }
    }

    /** After David Stafford: every bit of a number counts for every bit of the result. */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Whether all messages around that one have the flags that they have in the other digest. */
    boolean sameAround(long uid, FlagDigest other) {
        long mine = around(uid);
        return mine != UNKNOWN && mine == other.around(uid);
    }

    private long around(long uid) {
        return uid >> BITS == block ? sum : sums.getOrDefault(uid >> BITS, UNKNOWN);
    }

    /**
     * @param told the messages that were added
     * @return empty for a mailbox whose UIDs lie far apart
     */
    String format(UidSet told) {
        Set<Long> blocks = blocks(told);
        ByteBuffer bytes = ByteBuffer.allocate(blocks.size() * Long.BYTES);
        blocks.forEach(each -> bytes.putLong(around(each << BITS)));
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What {@link #format} made of the same messages; knows nothing when it cannot be that. */
    static FlagDigest parse(String text, UidSet told) {
        FlagDigest digest = new FlagDigest();
        Set<Long> blocks = blocks(told);
        byte[] bytes = bytes(text);
        if (bytes.length == blocks.size() * Long.BYTES) {
            ByteBuffer sums = ByteBuffer.wrap(bytes);
            blocks.forEach(each -> digest.sums.put(each, sums.getLong()));
        }
        return digest;
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException nothingOfOurs) {
            return new byte[0];
        }
    }

    /** Ascending; none when they are too many. */
    private static Set<Long> blocks(UidSet told) {
        Set<Long> blocks = new LinkedHashSet<>();
        PrimitiveIterator.OfLong starts = told.blocks(BITS);
        while (starts.hasNext() && blocks.size() <= MOST_BLOCKS) {
            blocks.add(starts.nextLong());
        }
        return blocks.size() > MOST_BLOCKS ? Set.of() : blocks;
    }
}
