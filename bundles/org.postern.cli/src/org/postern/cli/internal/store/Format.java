package org.postern.cli.internal.store;

import org.postern.cli.Arguments;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.Text;

/** How mail lies outside of the store. */
enum Format {
    /** A folder for each mailbox, a file for each message. */
    MAILDIR,
    /** A file for each mailbox (mboxrd). */
    MBOX;

    static Format take(Arguments arguments) throws WrongUsage {
        String word =
                arguments
                        .takeValue("--format")
                        .orElseThrow(() -> new WrongUsage(Messages.format("Store.noFormat")));
        return switch (word) {
            case "maildir" -> MAILDIR;
            case "mbox" -> MBOX;
            default -> throw new WrongUsage(Messages.format("Store.format", Text.visible(word)));
        };
    }
}
