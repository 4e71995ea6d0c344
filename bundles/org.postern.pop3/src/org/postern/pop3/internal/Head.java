package org.postern.pop3.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * The beginning of a message.
 *
 * @param read all that was read of it, which may be more than its header block
 * @param length of the header block, without the empty line
 */
record Head(byte[] read, int length) {

    private static final int PIECE = 8 * 1024;

    /** Reads at least up to the first empty line. */
    static Head read(PopWire wire, DotStream block) throws WireException {
        byte[] bytes = new byte[PIECE];
        int count = 0;
        EmptyLine search = new EmptyLine();
        while (true) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * count);
            }
            int more = block.read(bytes, count, bytes.length - count);
            count += Math.max(more, 0);
            boolean found = search.in(bytes, count);
            if ((found ? search.start() : count) > wire.limits().header()) {
                throw wire.exceeded(wire.limits().header() + " bytes in a header");
            }
            if (found || more < 0) {
                int end = found ? search.start() : withoutLooseReturn(bytes, count);
                return new Head(Arrays.copyOf(bytes, count), end);
            }
        }
    }

    /** Looks for an empty line, never twice at the same bytes. */
    private static final class EmptyLine {
        private int at;
        private int line;
        private boolean text;

        boolean in(byte[] bytes, int count) {
            for (; at < count; at++) {
                byte b = bytes[at];
                if (b == '\n' && !text) {
                    return true;
                } else if (b == '\n') {
                    line = at + 1;
                    text = false;
                } else if (b != '\r') {
                    text = true;
                }
            }
            return false;
        }

        int start() {
            return line;
        }
    }

    private static int withoutLooseReturn(byte[] bytes, int count) {
        return count > 0 && bytes[count - 1] == '\r' ? count - 1 : count;
    }

    byte[] headers() {
        return Arrays.copyOf(read, length);
    }

    /** The whole message, of which this was read already. */
    InputStream with(DotStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(read), rest);
    }
}
