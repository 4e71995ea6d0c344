package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;
import org.postern.transport.RemoteId;

import java.util.Collection;

/** UIDs as the rest of the house knows them. */
final class Ids {

    private Ids() {}

    static RemoteId id(long uid) {
        return new RemoteId(Long.toString(uid));
    }

    /** The UIDs among them; an id that is none belongs to no message here. */
    static UidSet uids(Collection<RemoteId> ids) {
        UidSetBuilder set = new UidSetBuilder();
        for (RemoteId id : ids) {
            long uid = id.value().matches("[0-9]{1,10}") ? Long.parseLong(id.value()) : 0;
            if (uid > 0 && uid <= UidSet.MAX) {
                set.add(uid);
            }
        }
        return set.build();
    }
}
