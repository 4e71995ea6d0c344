package org.postern.imap.internal.session;

import org.postern.imap.internal.response.Exists;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Limits;

/**
 * How much a server may say to one command. One that says much about a small mailbox says nothing
 * that is true.
 */
final class Allowance {

    /** Whatever the mailbox; a long list of mailboxes is the longest of such answers. */
    private static final long ANYWAY = 200_000;

    private static final long A_MESSAGE = 4;

    private final long most;
    private long largest;
    private long count;

    Allowance(Limits limits) {
        this.most = limits.responses();
    }

    /** A command begins or ends. */
    void renew() {
        count = 0;
    }

    /** One more response came. */
    void spend(Response response) throws LimitReached {
        if (response instanceof Exists now) {
            largest = Math.max(largest, now.count());
        }
        long allowed = Math.min(most, ANYWAY + A_MESSAGE * Math.min(largest, most));
        if (++count > allowed) {
            throw new LimitReached("more than " + allowed + " responses to a command");
        }
    }
}
