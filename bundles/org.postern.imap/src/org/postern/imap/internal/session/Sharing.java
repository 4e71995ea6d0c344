package org.postern.imap.internal.session;

import org.postern.transport.CanShare;

/** IMAP is made for several sessions of one user at once. */
record Sharing() implements CanShare {

    /** What others open; Dovecot bears 10 from one address, the large providers 10 to 15. */
    @Override
    public int most() {
        return 5;
    }
}
