package org.postern.store.tests;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** Two different texts of the same length and CRC-32C, found by trying. */
final class Collision {

    private static final long[] FOUND = found();

    private Collision() {}

    static byte[] first() {
        return bytes(FOUND[0]);
    }

    static byte[] second() {
        return bytes(FOUND[1]);
    }

    /** By the birthday paradox some 80,000 tries are enough. */
    private static long[] found() {
        Map<Long, Long> seen = new HashMap<>();
        for (long i = 1; ; i++) {
            long seed = i * 0x9e3779b97f4a7c15L;
            CRC32C crc = new CRC32C();
            crc.update(bytes(seed));
            Long other = seen.put(crc.getValue(), seed);
            if (other != null) {
                return new long[] {other, seed};
            }
        }
    }

    private static byte[] bytes(long seed) {
        return ByteBuffer.allocate(16).putLong(seed).putLong(seed * seed).array();
    }
}
