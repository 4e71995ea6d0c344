package org.postern.imap.internal.command;

import java.util.List;

/** ENABLE (RFC 9051 §6.3.1). */
public final class Enable {

    private Enable() {}

    public static Command extensions(List<String> names) {
        return Command.line("ENABLE", String.join(" ", names));
    }
}
