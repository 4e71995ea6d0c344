package org.postern.imap.internal.command;

/** UNSELECT and CLOSE (RFC 9051 §6.4.2, §6.4.1). */
public final class Leave {

    private Leave() {}

    /** Closes the mailbox and expunges nothing. */
    public static Command unselect() {
        return Command.line("UNSELECT", "");
    }

    /** The same for a mailbox that was opened read-only; from any other it expunges. */
    public static Command close() {
        return Command.line("CLOSE", "");
    }
}
