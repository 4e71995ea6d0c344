package org.postern.imap.internal.command;

import java.nio.charset.StandardCharsets;

/** IDLE (RFC 9051 §6.3.13). */
public final class Idle {

    private Idle() {}

    public static Command begin() {
        return Command.line("IDLE", "");
    }

    /** The line that ends it. */
    public static byte[] end() {
        return "DONE\r\n".getBytes(StandardCharsets.ISO_8859_1);
    }
}
