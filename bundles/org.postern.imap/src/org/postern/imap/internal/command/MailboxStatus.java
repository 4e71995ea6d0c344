package org.postern.imap.internal.command;

/** STATUS (RFC 9051 §6.3.11). */
public final class MailboxStatus {

    private MailboxStatus() {}

    /** How many messages nobody has read yet. */
    public static Command unseen(String mailbox) {
        return of(mailbox, "UNSEEN");
    }

    /**
     * @param items with blanks between them
     */
    public static Command of(String mailbox, String items) {
        return Command.with("STATUS", "", new Part.Mailbox(mailbox), " (" + items + ")");
    }
}
