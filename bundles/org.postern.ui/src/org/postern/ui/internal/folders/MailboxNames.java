package org.postern.ui.internal.folders;

import org.postern.core.MailboxRole;
import org.postern.store.StoredMailbox;
import org.postern.ui.internal.Messages;

/** What mailboxes are called and marked with, where they stand without their tree. */
public final class MailboxNames {

    private static final String BETWEEN_LEVELS = " / ";

    private MailboxNames() {}

    /** All of its path; the account's inbox has one name in every language of servers. */
    public static String path(StoredMailbox mailbox) {
        return mailbox.role() == MailboxRole.INBOX
                ? Messages.Folders_inbox
                : String.join(BETWEEN_LEVELS, mailbox.path());
    }

    /** Its icon's name. */
    public static String icon(MailboxRole role) {
        return switch (role) {
            case INBOX -> "inbox";
            case DRAFTS -> "drafts";
            case SENT -> "sent";
            case ARCHIVE -> "archive";
            case JUNK -> "junk";
            case TRASH -> "trash";
            case ALL -> "all";
            case FLAGGED -> "flagged-folder";
            case NONE -> "folder";
        };
    }
}
