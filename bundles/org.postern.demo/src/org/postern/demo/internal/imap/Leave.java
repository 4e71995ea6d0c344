package org.postern.demo.internal.imap;

import java.util.Optional;

/** CLOSE and UNSELECT: two ways out of a mailbox, RFC 9051 sections 6.4.1 and 6.4.2. */
final class Leave {
    private Leave() {}

    static Answer close(ImapSession session, Args args) {
        args.end();
        Selected selected = session.selected();
        if (!selected.readOnly()) {
            Expunge.remove(session, message -> true);
        }
        session.select(Optional.empty());
        return Answer.ok("CLOSE completed");
    }

    static Answer unselect(ImapSession session, Args args) {
        args.end();
        session.select(Optional.empty());
        return Answer.ok("UNSELECT completed");
    }
}
