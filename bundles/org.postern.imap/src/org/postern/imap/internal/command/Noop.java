package org.postern.imap.internal.command;

/** NOOP (RFC 9051 §6.1.2): has the server tell, and look at, what others did meanwhile. */
public final class Noop {

    private Noop() {}

    public static Command say() {
        return Command.line("NOOP", "");
    }
}
