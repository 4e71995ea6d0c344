package org.postern.cli.internal.check;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What lies in the INBOX.
 *
 * @param messages how many
 * @param unseen how many nobody has read; empty where the protocol does not tell
 * @param subjects of the newest, the newest first, fit to be shown
 */
record Inbox(long messages, OptionalLong unseen, List<String> subjects) {

    Inbox {
        Objects.requireNonNull(unseen, "unseen");
        subjects = List.copyOf(subjects);
    }
}
