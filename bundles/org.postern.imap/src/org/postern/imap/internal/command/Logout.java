package org.postern.imap.internal.command;

/** LOGOUT (RFC 9051 §6.1.3). */
public final class Logout {

    private Logout() {}

    public static Command say() {
        return Command.line("LOGOUT", "");
    }
}
