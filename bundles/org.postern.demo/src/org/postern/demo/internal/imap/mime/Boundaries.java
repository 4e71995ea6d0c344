package org.postern.demo.internal.imap.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the parts between the boundary lines of a multipart, RFC 2046 section 5.1. */
final class Boundaries {
    private Boundaries() {}

    static List<Part> split(byte[] all, int from, int end, String boundary, int depth) {
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int partStart = -1;
        for (int line = from; line < end; line = nextLine(all, line, end)) {
            if (!startsWith(all, line, end, mark) || !ends(all, line + mark.length, end)) {
                continue;
            }
            if (partStart >= 0) {
                parts.add(new Part(all, partStart, Math.max(partStart, line - 2), depth + 1));
            }
            boolean last = startsWith(all, line + mark.length, end, new byte[] {'-', '-'});
            partStart = last ? -1 : nextLine(all, line, end);
            if (last) {
                return parts;
            }
        }
        if (partStart >= 0) {
            parts.add(new Part(all, partStart, end, depth + 1));
        }
        return parts;
    }

    /** Whether the boundary ends here, and is not merely the beginning of a longer one. */
    private static boolean ends(byte[] all, int at, int end) {
        boolean blank = at >= end || Character.isWhitespace(all[at]);
        return blank || startsWith(all, at, end, new byte[] {'-', '-'});
    }

    private static int nextLine(byte[] all, int at, int end) {
        int i = at;
        while (i < end && all[i] != '\n') {
            i++;
        }
        return Math.min(end, i + 1);
    }

    private static boolean startsWith(byte[] all, int at, int end, byte[] mark) {
        if (at + mark.length > end) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (all[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
