package org.postern.imap.internal.command;

import org.postern.core.Flag;
import org.postern.imap.internal.response.FlagNames;
import org.postern.imap.internal.response.InternalDate;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** APPEND (RFC 9051 §6.3.12). */
public final class Append {

    private Append() {}

    public static Command message(
            String mailbox, Set<Flag> flags, Instant received, long size, InputStream bytes) {
        String between =
                " " + FlagNames.list(flags) + " \"" + InternalDate.format(received) + "\" ";
        return new Command(
                "APPEND",
                List.of(
                        new Part.Words("APPEND "),
                        new Part.Mailbox(mailbox),
                        new Part.Words(between),
                        new Part.Upload(size, bytes)));
    }
}
