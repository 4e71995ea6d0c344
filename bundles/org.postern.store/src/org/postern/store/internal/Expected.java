package org.postern.store.internal;

import org.postern.store.UserIntents;

/**
 * A message that is shown before its server was seen to have it.
 *
 * @param message its own row
 * @param mailbox where it lies
 * @param number the intent that makes it
 * @param source the remote id of what it is made from, in the intent's mailbox
 * @param settled 0 while the server did not do it, else a number of that time
 */
record Expected(long message, long mailbox, long number, String source, long settled) {

    /** What a message is known by until its server says. */
    static String remote(long message) {
        return UserIntents.PROVISIONAL + message;
    }
}
