package org.postern.imap.internal.command;

import org.postern.core.Flag;
import org.postern.imap.internal.response.FlagNames;
import org.postern.imap.internal.wire.UidSet;

import java.util.Set;

/** UID STORE (RFC 9051 §6.4.6). */
public final class Store {

    private Store() {}

    public static Command add(UidSet set, Set<Flag> flags) {
        return items(set, "+FLAGS.SILENT ", flags);
    }

    public static Command remove(UidSet set, Set<Flag> flags) {
        return items(set, "-FLAGS.SILENT ", flags);
    }

    private static Command items(UidSet set, String item, Set<Flag> flags) {
        return Command.line("UID STORE", set + " " + item + FlagNames.list(flags));
    }
}
