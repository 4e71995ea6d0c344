package org.postern.imap.internal.command;

import org.postern.imap.internal.wire.UidSet;

/** UID COPY and UID MOVE (RFC 9051 §6.4.7, §6.4.8). */
public final class Copy {

    private Copy() {}

    public static Command to(UidSet set, String target) {
        return Command.with("UID COPY", set + " ", new Part.Mailbox(target), "");
    }

    public static Command moving(UidSet set, String target) {
        return Command.with("UID MOVE", set + " ", new Part.Mailbox(target), "");
    }
}
