package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.command.Fetch;
import org.postern.imap.internal.command.Search;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.Found;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Tally;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.UidSetBuilder;

import java.io.IOException;
import java.util.Iterator;

/** Asks which messages are in the open mailbox. */
final class Presence {

    /** A range is one question however long it is: UIDs may have wide gaps. */
    private static final int PIECE = 1 << 30;

    private final Dialogue dialogue;
    private final boolean extended;

    Presence(Dialogue dialogue, Features features) {
        this.dialogue = dialogue;
        this.extended = features.has("ESEARCH");
    }

    /**
     * All of them. A server whose search finds fewer than it says there are is asked in another
     * way, for what is missing here counts as gone.
     */
    UidSet all(Selection now) throws IOException, MailException {
        if (now.exists() == 0) {
            return UidSet.EMPTY;
        }
        UidSet found = search(Search.all(extended));
        return found.size() < now.exists() ? found.union(fetched()) : found;
    }

    /** Those of the set that are there. */
    UidSet among(UidSet set) throws IOException, MailException {
        UidSet found = UidSet.EMPTY;
        Iterator<UidSet> pieces = set.newestFirst(PIECE, PIECE);
        while (pieces.hasNext()) {
            found = found.union(search(Search.among(extended, pieces.next())));
        }
        return found.intersect(set);
    }

    /** Those that are marked to be expunged. */
    UidSet deleted() throws IOException, MailException {
        return search(Search.deleted(extended));
    }

    private UidSet search(Command command) throws IOException, MailException {
        UidSetBuilder uids = new UidSetBuilder();
        Tally kept = tally();
        dialogue.require(command, response -> take(response, uids, kept));
        return bounded(uids.build());
    }

    /** A range costs a server six bytes and would cost us a command for every few hundred. */
    private UidSet bounded(UidSet found) throws LimitReached {
        int most = dialogue.limits().ids();
        if (found.size() > most) {
            throw new LimitReached("more than " + most + " messages in a mailbox");
        }
        return found;
    }

    private Tally tally() {
        return new Tally(dialogue.limits().ids(), "message numbers");
    }

    private static boolean take(Response response, UidSetBuilder uids, Tally kept)
            throws LimitReached {
        if (response instanceof Found found) {
            kept.add(found.uids().ranges());
            uids.addAll(found.uids());
        }
        return response instanceof Found;
    }

    private UidSet fetched() throws IOException, MailException {
        UidSetBuilder uids = new UidSetBuilder();
        Tally kept = tally();
        dialogue.run(Fetch.uids(), response -> takeUid(response, uids, kept));
        return uids.build();
    }

    private static boolean takeUid(Response response, UidSetBuilder uids, Tally kept)
            throws LimitReached {
        if (response instanceof Fetched message) {
            kept.add(1);
            message.uid().ifPresent(uids::add);
        }
        return response instanceof Fetched;
    }
}
