package org.postern.core;

/**
 * What a mailbox is for (RFC 6154 special use; {@link #INBOX} besides). Ordered as a person expects
 * to see them.
 */
public enum MailboxRole {
    INBOX,
    DRAFTS,
    SENT,
    ARCHIVE,
    JUNK,
    TRASH,
    ALL,
    FLAGGED,
    /** An ordinary mailbox. */
    NONE
}
