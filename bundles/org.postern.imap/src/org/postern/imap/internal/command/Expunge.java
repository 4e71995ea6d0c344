package org.postern.imap.internal.command;

import org.postern.imap.internal.wire.UidSet;

/** EXPUNGE and UID EXPUNGE (RFC 9051 §6.4.3, §6.4.9). */
public final class Expunge {

    private Expunge() {}

    /** Those of the set that are marked. */
    public static Command only(UidSet set) {
        return Command.line("UID EXPUNGE", set.toString());
    }

    /** All that are marked. */
    public static Command all() {
        return Command.line("EXPUNGE", "");
    }
}
