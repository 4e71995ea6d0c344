package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;
import org.postern.transport.RemoteId;

import java.util.Collection;

/** UIDs as the rest of the house knows them. */
final class Ids {

    private static final int MOST_DIGITS = 10;

    private Ids() {}

    static RemoteId id(long uid) {
        return new RemoteId(Long.toString(uid));
    }

    /** The UIDs among them; an id that is none belongs to no message here. */
    static UidSet uids(Collection<RemoteId> ids) {
        UidSetBuilder set = new UidSetBuilder();
        for (RemoteId id : ids) {
            long uid = uid(id.value());
            if (uid > 0 && uid <= UidSet.MAX) {
                set.add(uid);
            }
        }
        return set.build();
    }

    /** 0 for what is no number of at most ten digits. */
    private static long uid(String text) {
        if (text.length() > MOST_DIGITS) {
            return 0;
        }
        long uid = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            uid = uid * 10 + c - '0';
        }
        return uid;
    }
}
