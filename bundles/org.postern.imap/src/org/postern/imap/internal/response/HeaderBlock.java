package org.postern.imap.internal.response;

import java.util.Arrays;

/** Header fields as a server sends them. */
final class HeaderBlock {

    private HeaderBlock() {}

    /** Without the empty line that ends the block (RFC 9051 §6.4.5, HEADER.FIELDS). */
    static byte[] withoutEmptyLine(byte[] block) {
        int end = withoutLineEnd(block, block.length);
        boolean empty = end == 0 || end < block.length && block[end - 1] == '\n';
        return end < block.length && empty ? Arrays.copyOf(block, end) : block;
    }

    private static int withoutLineEnd(byte[] block, int length) {
        if (length == 0 || block[length - 1] != '\n') {
            return length;
        }
        return length > 1 && block[length - 2] == '\r' ? length - 2 : length - 1;
    }
}
