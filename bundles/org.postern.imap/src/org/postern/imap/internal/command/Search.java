package org.postern.imap.internal.command;

import org.postern.imap.internal.wire.UidSet;

/** UID SEARCH (RFC 9051 §6.4.4). */
public final class Search {

    private Search() {}

    /** All messages. */
    public static Command all(boolean extended) {
        return keys(extended, "ALL");
    }

    /** Those of the set that are there. */
    public static Command among(boolean extended, UidSet set) {
        return keys(extended, "UID " + set);
    }

    /** All that are marked to be expunged. */
    public static Command deleted(boolean extended) {
        return keys(extended, "DELETED");
    }

    private static Command keys(boolean extended, String keys) {
        return Command.line("UID SEARCH", extended ? "RETURN (ALL) " + keys : keys);
    }
}
