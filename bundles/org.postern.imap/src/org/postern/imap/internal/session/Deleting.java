package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Expunge;
import org.postern.imap.internal.command.Noop;
import org.postern.imap.internal.command.Store;
import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.CanDelete;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/** Removes with UID EXPUNGE or, where it is missing, with EXPUNGE if that hits nothing else. */
record Deleting(Dialogue dialogue, Selector selector, Features features) implements CanDelete {

    @Override
    public void delete(String mailbox, Collection<RemoteId> ids, IProgressMonitor monitor)
            throws MailException {
        UidSet uids = Ids.uids(ids);
        dialogue.during(
                monitor,
                () -> {
                    selector.ensure(mailbox, true);
                    delete(uids);
                    return uids;
                });
    }

    private void delete(UidSet uids) throws IOException, MailException {
        if (uids.isEmpty()) {
            return;
        }
        boolean single = features.has("UIDPLUS");
        if (!single) {
            requireNoOthers(uids);
        }
        Verb verb = new Verb(dialogue);
        verb.each(uids, piece -> Store.add(piece, Set.of(Flag.DELETED)));
        if (single) {
            verb.each(uids, Expunge::only);
        } else {
            dialogue.require(Expunge.all(), Listener.NOBODY);
        }
    }

    /** Between this question and the EXPUNGE another client may still mark a message: no lock. */
    private void requireNoOthers(UidSet uids) throws IOException, MailException {
        dialogue.require(Noop.say(), Listener.NOBODY);
        UidSet others = new Presence(dialogue, features).deleted().minus(uids);
        if (!others.isEmpty()) {
            throw new MailException(
                    dialogue.failures()
                            .refused(
                                    "EXPUNGE",
                                    "it would remove " + others.size() + " other messages, too"));
        }
    }
}
