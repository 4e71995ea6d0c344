package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Mailboxes;
import org.postern.demo.internal.mail.Message;

import java.util.ArrayList;
import java.util.List;

/** COPY and UID COPY with COPYUID, RFC 9051 section 6.4.7. */
final class Copy implements Verb {
    private final boolean byUid;

    Copy(boolean byUid) {
        this.byUid = byUid;
    }

    @Override
    public Answer run(ImapSession session, Args args) {
        SequenceSet set = SequenceSet.parse(args.space());
        String target = session.nameIn(args.space().astring());
        args.end();
        Selected selected = session.selected();
        return session.account()
                .locked(
                        all -> {
                            Mailbox to = target(all, target);
                            String code = copy(selected.resolve(all, set, byUid), to);
                            return Answer.ok(code, "COPY completed");
                        });
    }

    static Mailbox target(Mailboxes all, String name) {
        return all.selectable(name).orElseThrow(() -> Refusal.no("TRYCREATE", "No such mailbox"));
    }

    /** Copies and gives the response code; it is empty when there was nothing to copy. */
    static String copy(List<Message> messages, Mailbox target) {
        List<Long> from = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        for (Message message : messages) {
            from.add(message.uid());
            to.add(target.append(message.content(), message.flags()).uid());
        }
        String sets = SequenceSet.format(from) + " " + SequenceSet.format(to);
        return from.isEmpty() ? "" : "COPYUID " + target.uidValidity() + " " + sets;
    }
}
