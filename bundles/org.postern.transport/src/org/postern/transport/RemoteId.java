package org.postern.transport;

/**
 * What a message is known by within its mailbox until the mailbox is {@linkplain
 * ChangeSink#forgotten() forgotten}: an IMAP UID, a POP3 unique id, a file's name. Opaque.
 *
 * @param value not empty
 */
public record RemoteId(String value) {

    public RemoteId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an empty message id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
