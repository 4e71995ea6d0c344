package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Copy;
import org.postern.imap.internal.command.Expunge;
import org.postern.imap.internal.command.Store;
import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.CanMove;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Moves with UID MOVE or, on a server that can expunge single messages, by a copy whose originals
 * are removed after it succeeded.
 */
record Moving(Dialogue dialogue, Selector selector, boolean atOnce) implements CanMove {

    static boolean isPossible(Features features) {
        return features.has("MOVE") || features.has("UIDPLUS");
    }

    @Override
    public Map<RemoteId, RemoteId> move(
            String mailbox, Collection<RemoteId> ids, String target, IProgressMonitor monitor)
            throws MailException {
        UidSet uids = Ids.uids(ids);
        return dialogue.during(
                monitor,
                () -> {
                    selector.ensure(mailbox, true);
                    return atOnce ? moved(uids, target) : copiedAndRemoved(uids, target);
                });
    }

    private Map<RemoteId, RemoteId> moved(UidSet uids, String target)
            throws IOException, MailException {
        return new Transfer(dialogue, target).run(uids, piece -> Copy.moving(piece, target));
    }

    private Map<RemoteId, RemoteId> copiedAndRemoved(UidSet uids, String target)
            throws IOException, MailException {
        Map<RemoteId, RemoteId> copies =
                new Transfer(dialogue, target).run(uids, piece -> Copy.to(piece, target));
        Verb verb = new Verb(dialogue);
        verb.each(uids, piece -> Store.add(piece, Set.of(Flag.DELETED)));
        verb.each(uids, Expunge::only);
        return copies;
    }
}
