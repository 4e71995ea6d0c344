package org.postern.imap.internal.command;

/** CAPABILITY (RFC 9051 §6.1.1). */
public final class Capability {

    private Capability() {}

    public static Command ask() {
        return Command.line("CAPABILITY", "");
    }
}
