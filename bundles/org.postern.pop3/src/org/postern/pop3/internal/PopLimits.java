package org.postern.pop3.internal;

/**
 * What a server may make us read; a server that sends more loses this connection and nothing else.
 *
 * @param line bytes of a line outside of messages
 * @param body bytes of one message; it is streamed, never allocated from the announced number
 * @param header bytes of one message's header, which is kept in memory
 * @param messages in the maildrop
 * @param list bytes of one listing
 */
record PopLimits(int line, long body, int header, int messages, long list) {

    /** For every server that is not a test. */
    static final PopLimits DEFAULT =
            new PopLimits(64 * 1024, 1L << 30, 1 << 20, 500_000, 64L << 20);

    /** What a server's count of bytes may be wrong by. */
    private static final long SLACK = 16L << 20;

    /** Bytes of a message that is said to have so many. */
    long body(long announced) {
        return announced > body / 2 ? body : Math.min(body, 2 * announced + SLACK);
    }

    PopLimits {
        if (line < 1 || body < 1 || header < 1 || messages < 1 || list < 1) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }
}
