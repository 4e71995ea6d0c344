package org.postern.store.internal.threads;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds Message-IDs in a raw header block, whose fields may be folded. */
final class HeaderLines {

    private final byte[] bytes;

    HeaderLines(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The hashes of what stands in angle brackets in the first field of that name.
     *
     * @param field its name in lower case
     */
    List<Long> ids(String field) {
        byte[] name = (field + ":").getBytes(StandardCharsets.US_ASCII);
        for (int line = 0; line < bytes.length; line = next(line)) {
            if (begins(line, name)) {
                return ids(line + name.length, end(line));
            }
        }
        return List.of();
    }

    private boolean begins(int line, byte[] name) {
        if (bytes.length - line < name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            int b = bytes[line + i];
            int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
            if (lower != name[i]) {
                return false;
            }
        }
        return true;
    }

    private int next(int line) {
        int at = line;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private int end(int line) {
        int end = next(line);
        while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
            end = next(end);
        }
        return Math.min(end, bytes.length);
    }

    private List<Long> ids(int from, int end) {
        List<Long> ids = new ArrayList<>();
        int open = -1;
        for (int at = from; at < end; at++) {
            if (bytes[at] == '<') {
                open = at + 1;
            } else if (bytes[at] == '>' && open >= 0) {
                if (at > open) {
                    ids.add(hash(open, at));
                }
                open = -1;
            }
        }
        return ids;
    }

    /** FNV-1a with a last mixing; folding inside an id does not count. Never 0. */
    private long hash(int from, int end) {
        long hash = 0xcbf29ce484222325L;
        for (int at = from; at < end; at++) {
            if (bytes[at] > ' ' || bytes[at] < 0) {
                hash = (hash ^ bytes[at] & 0xff) * 0x100000001b3L;
            }
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
