package org.postern.ui.internal.move;

import org.postern.store.StoredMailbox;
import org.postern.ui.internal.folders.MailboxNames;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A mailbox that messages can go to.
 *
 * @param mailbox as it is now
 * @param recent whether the user chose it lately
 */
public record Target(StoredMailbox mailbox, boolean recent) {

    public Target {
        Objects.requireNonNull(mailbox, "mailbox");
    }

    /** What it is called in a list without levels. */
    public String name() {
        return MailboxNames.path(mailbox);
    }

    /** Whether all these words are in its name, wherever; no words are in every name. */
    boolean has(String words) {
        String name = name().toLowerCase(Locale.ROOT);
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(name::contains);
    }
}
