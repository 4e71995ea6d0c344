package org.postern.imap.internal.command;

import java.util.List;

/** LIST and LSUB (RFC 9051 §6.3.9, RFC 3501 §6.3.9). */
public final class ListMailboxes {

    private ListMailboxes() {}

    /** All mailboxes. */
    public static Command all() {
        return Command.line("LIST", "\"\" \"*\"");
    }

    /** All mailboxes, and more about each (RFC 5258, RFC 6154). */
    public static Command all(List<String> returned) {
        return Command.line("LIST", "\"\" \"*\" RETURN (" + String.join(" ", returned) + ")");
    }

    /** The mailboxes that the user subscribed to. */
    public static Command subscribed() {
        return Command.line("LSUB", "\"\" \"*\"");
    }

    /** One mailbox, if it is there. */
    public static Command one(String mailbox) {
        return Command.with("LIST", "\"\" ", new Part.Mailbox(mailbox), "");
    }
}
