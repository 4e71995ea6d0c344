package org.postern.sync.internal;

import org.postern.account.SyncOptions;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanMove;
import org.postern.transport.MailSession;

/**
 * What a session's server is good for.
 *
 * @param dropBox whether mail is fetched from it rather than kept on it: then what vanishes there
 *     stays here, for nobody else has it
 * @param removal what is removed there once it is safely here
 * @param moves whether it can move messages
 */
record Reach(boolean dropBox, SyncOptions.Removal removal, boolean moves) {

    /**
     * @param mailboxes how many there are
     */
    static Reach of(MailSession session, int mailboxes, SyncOptions options) {
        boolean single = mailboxes == 1;
        boolean moves = session.capability(CanMove.class).isPresent();
        boolean keeper = session.capability(CanFlag.class).isPresent() || moves;
        boolean deletes = session.capability(CanDelete.class).isPresent();
        SyncOptions.Removal removal =
                single && deletes ? options.removal() : SyncOptions.Removal.NEVER;
        boolean dropBox = single && (!keeper || removal != SyncOptions.Removal.NEVER);
        return new Reach(dropBox, removal, moves);
    }
}
