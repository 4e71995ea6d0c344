package org.postern.imap.internal.command;

/** COMPRESS (RFC 4978 §3). */
public final class Compress {

    private Compress() {}

    /** With the one mechanism that there is. */
    public static Command deflate() {
        return Command.line("COMPRESS", "DEFLATE");
    }
}
