package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Message;

import java.io.IOException;
import java.util.List;

/** MOVE and UID MOVE, RFC 6851; all of it happens at once, or nothing. */
final class Move implements Verb {
    private final boolean byUid;

    Move(boolean byUid) {
        this.byUid = byUid;
    }

    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        SequenceSet set = SequenceSet.parse(args.space());
        String target = session.nameIn(args.space().astring());
        args.end();
        Selected selected = session.selected();
        selected.requireWritable();
        String code = move(session, set, target);
        if (!code.isEmpty()) {
            session.untagged("OK [" + code + "] Moved");
        }
        for (String news : selected.news(true)) {
            session.untagged(news);
        }
        return !code.isEmpty() && session.has(Feature.CONDSTORE)
                ? Answer.ok("HIGHESTMODSEQ " + selected.modSeq(), "MOVE completed")
                : Answer.ok("MOVE completed");
    }

    private String move(ImapSession session, SequenceSet set, String target) {
        Selected selected = session.selected();
        return session.account()
                .locked(
                        all -> {
                            Mailbox to = Copy.target(all, target);
                            List<Message> messages = selected.resolve(all, set, byUid);
                            String code = Copy.copy(messages, to);
                            messages.forEach(m -> selected.mailbox().expunge(m.uid()));
                            return code;
                        });
    }
}
