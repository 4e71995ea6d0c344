package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Flags;
import org.postern.demo.internal.mail.Mailbox;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** STATUS, RFC 9051 section 6.3.11, with HIGHESTMODSEQ of RFC 7162. */
final class Status implements Verb {
    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        String name = session.nameIn(args.space().astring());
        List<String> items = args.space().list(args::word);
        args.end();
        if (items.contains("HIGHESTMODSEQ")) {
            session.enable(Feature.CONDSTORE);
        }
        session.untagged(
                session.account()
                        .locked(
                                all ->
                                        all.selectable(name)
                                                .map(box -> line(session, name, box, items))
                                                .orElseThrow(Status::missing)));
        return Answer.ok("STATUS completed");
    }

    private static Refusal missing() {
        return Refusal.no("NONEXISTENT", "No such mailbox");
    }

    /** The response line; to be called under the account's lock. */
    static String line(ImapSession session, String name, Mailbox mailbox, List<String> items) {
        return items.stream()
                .map(item -> item + " " + value(mailbox, item))
                .collect(Collectors.joining(" ", "STATUS " + session.nameOut(name) + " (", ")"));
    }

    private static long value(Mailbox mailbox, String item) {
        long all = mailbox.messages().size();
        return switch (item) {
            case "MESSAGES" -> all;
            case "RECENT" -> 0;
            case "UIDNEXT" -> mailbox.uidNext();
            case "UIDVALIDITY" -> mailbox.uidValidity();
            case "UNSEEN" -> all - mailbox.count(Flags.SEEN);
            case "DELETED" -> mailbox.count(Flags.DELETED);
            case "HIGHESTMODSEQ" -> mailbox.modSeq();
            case "SIZE" -> mailbox.messages().stream().mapToLong(m -> m.content().size()).sum();
            default -> throw Refusal.bad("Unknown status item " + item);
        };
    }
}
