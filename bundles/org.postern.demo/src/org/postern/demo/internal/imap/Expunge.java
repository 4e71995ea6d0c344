package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Flags;
import org.postern.demo.internal.mail.Message;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** EXPUNGE and, of UIDPLUS (RFC 4315), UID EXPUNGE. */
final class Expunge {
    private Expunge() {}

    static Answer all(ImapSession session, Args args) throws IOException {
        args.end();
        return expunge(session, message -> true);
    }

    static Answer some(ImapSession session, Args args) throws IOException {
        SequenceSet uids = SequenceSet.parse(args.space());
        args.end();
        Selected selected = session.selected();
        Set<Long> named =
                session.account().locked(all -> selected.resolve(all, uids, true)).stream()
                        .map(Message::uid)
                        .collect(Collectors.toSet());
        return expunge(session, message -> named.contains(message.uid()));
    }

    private static Answer expunge(ImapSession session, Predicate<Message> which)
            throws IOException {
        session.selected().requireWritable();
        boolean any = remove(session, which);
        for (String news : session.selected().news(true)) {
            session.untagged(news);
        }
        return any && session.has(Feature.CONDSTORE)
                ? Answer.ok("HIGHESTMODSEQ " + session.selected().modSeq(), "EXPUNGE completed")
                : Answer.ok("EXPUNGE completed");
    }

    /** Removes the deleted messages that are chosen; says whether there were any. */
    static boolean remove(ImapSession session, Predicate<Message> which) {
        Selected selected = session.selected();
        return session.account()
                .locked(
                        all -> {
                            List<Message> gone =
                                    selected.mailbox().messages().stream()
                                            .filter(message -> message.flags().has(Flags.DELETED))
                                            .filter(which)
                                            .toList();
                            gone.forEach(message -> selected.mailbox().expunge(message.uid()));
                            return !gone.isEmpty();
                        });
    }
}
