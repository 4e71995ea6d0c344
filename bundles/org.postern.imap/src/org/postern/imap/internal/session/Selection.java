package org.postern.imap.internal.session;

import java.util.Optional;

/** The mailbox that the server has open for us, kept up to date by what it tells by itself. */
final class Selection {

    private final String mailbox;
    private final boolean readWrite;
    private final long uidValidity;
    private final long uidNext;
    private final long modSeq;
    private final Optional<String> objectId;
    private long exists;
    private boolean changed;

    Selection(
            String mailbox,
            boolean readWrite,
            long uidValidity,
            long uidNext,
            long modSeq,
            Optional<String> objectId,
            long exists) {
        this.mailbox = mailbox;
        this.readWrite = readWrite;
        this.uidValidity = uidValidity;
        this.uidNext = uidNext;
        this.modSeq = modSeq;
        this.objectId = objectId;
        this.exists = exists;
    }

    String mailbox() {
        return mailbox;
    }

    boolean readWrite() {
        return readWrite;
    }

    long uidValidity() {
        return uidValidity;
    }

    /** At the time it was opened; 0 when the server did not tell. */
    long uidNext() {
        return uidNext;
    }

    /** HIGHESTMODSEQ at the time it was opened; 0 when the mailbox has none. */
    long modSeq() {
        return modSeq;
    }

    /** What it keeps under another name (RFC 8474 §4.2); empty when the server did not tell. */
    Optional<String> objectId() {
        return objectId;
    }

    /** How many messages there are now. */
    long exists() {
        return exists;
    }

    void exists(long count) {
        changed |= count != exists;
        exists = count;
    }

    void gone(long count) {
        changed = true;
        exists = Math.max(0, exists - count);
    }

    void touched() {
        changed = true;
    }

    /** Whether the server told of a change since it was opened that nobody had asked for. */
    boolean changed() {
        return changed;
    }
}
