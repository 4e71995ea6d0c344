package org.postern.store.internal;

import org.postern.store.NewMessage;
import org.postern.store.internal.threads.ThreadIds;

/**
 * By what a message is recognised that has no name yet.
 *
 * @param ids hashes of its Message-ID and of those that it answers to
 * @param date milliseconds
 */
record Look(long size, byte[] ids, long date, String address, String subject) {

    static Look of(NewMessage message) {
        return new Look(
                message.size(),
                ThreadIds.of(message.headers()).bytes(),
                MailboxEdit.milliseconds(message.date()),
                message.from().address(),
                message.subject());
    }
}
