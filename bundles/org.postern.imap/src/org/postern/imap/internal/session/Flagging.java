package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Store;
import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.CanFlag;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/** Sets and clears flags with UID STORE. */
record Flagging(Dialogue dialogue, Selector selector) implements CanFlag {

    @Override
    public void flag(
            String mailbox,
            Collection<RemoteId> ids,
            Set<Flag> add,
            Set<Flag> remove,
            IProgressMonitor monitor)
            throws MailException {
        UidSet uids = Ids.uids(ids);
        dialogue.during(
                monitor,
                () -> {
                    selector.ensure(mailbox, true);
                    store(uids, add, remove);
                    return uids;
                });
    }

    private void store(UidSet uids, Set<Flag> add, Set<Flag> remove)
            throws IOException, MailException {
        Verb verb = new Verb(dialogue);
        if (!add.isEmpty()) {
            verb.each(uids, piece -> Store.add(piece, add));
        }
        if (!remove.isEmpty()) {
            verb.each(uids, piece -> Store.remove(piece, remove));
        }
    }
}
