package org.postern.imap.internal.wire;

/**
 * What a server may make us read; a server that sends more loses this connection and nothing else.
 *
 * @param line bytes of one response outside its literals
 * @param nesting parentheses within parentheses
 * @param literal bytes of one literal; it is streamed, never allocated from the announced number
 * @param kept bytes of a response's literals that are kept in memory; what is longer is cut there
 * @param responses untagged responses to one command, however large the mailbox
 * @param ids message numbers in one response
 * @param beforeLogin bytes before anybody is logged in
 */
public record Limits(
        int line, int nesting, long literal, int kept, int responses, int ids, int beforeLogin) {

    /** For every server that is not a test. */
    public static final Limits DEFAULT =
            new Limits(64 * 1024, 100, 1L << 30, 1 << 20, 5_000_000, 2_000_000, 256 * 1024);

    public Limits {
        if (line < 1
                || nesting < 1
                || literal < 1
                || kept < 1
                || responses < 1
                || ids < 1
                || beforeLogin < 1) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }
}
