package org.postern.imap.internal.command;

import java.util.ArrayList;
import java.util.List;

/** NOTIFY (RFC 5465). */
public final class Notify {

    /** Names in one command: servers bear lines of 64 KiB, some of them fewer. */
    private static final int MOST_NAMES = 16 * 1024;

    private static final String EVENTS = " (MessageNew MessageExpunge FlagChange))";

    private Notify() {}

    /**
     * Has the counters of these mailboxes told, now and whenever they change. Where their names are
     * too much for a line, or in modified UTF-7, which Dovecot 2.3 does not understand here, it is
     * all mailboxes of the user's own.
     */
    public static Command changesOf(List<String> mailboxes) {
        int length = mailboxes.stream().mapToInt(name -> name.length() + 3).sum();
        boolean encoded = mailboxes.stream().anyMatch(name -> name.indexOf('&') >= 0);
        return encoded || length > MOST_NAMES
                ? Command.line("NOTIFY", "SET STATUS (personal" + EVENTS)
                : new Command("NOTIFY", named(mailboxes));
    }

    private static List<Part> named(List<String> mailboxes) {
        List<Part> parts = new ArrayList<>();
        String before = "NOTIFY SET STATUS (mailboxes (";
        for (String mailbox : mailboxes) {
            parts.add(new Part.Words(before));
            parts.add(new Part.Mailbox(mailbox));
            before = " ";
        }
        parts.add(new Part.Words(")" + EVENTS));
        return parts;
    }

    /** Has nothing told any more. */
    public static Command nothing() {
        return Command.line("NOTIFY", "NONE");
    }
}
