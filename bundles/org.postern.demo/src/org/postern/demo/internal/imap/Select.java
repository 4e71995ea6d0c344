package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Flags;
import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** SELECT and EXAMINE, RFC 3501 section 6.3.1, with CONDSTORE and QRESYNC of RFC 7162. */
final class Select implements Verb {
    private final boolean readOnly;

    Select(boolean readOnly) {
        this.readOnly = readOnly;
    }

    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        String name = session.nameIn(args.space().astring());
        Optional<Resync> resync = args.skip(' ') ? parameters(session, args) : Optional.empty();
        args.end();
        if (session.state() == ImapSession.State.SELECTED) {
            session.select(Optional.empty());
            session.untagged("OK [CLOSED] Previous mailbox closed");
        }
        for (String line : open(session, name, resync)) {
            session.untagged(line);
        }
        return readOnly ? Answer.ok("READ-ONLY", "Open") : Answer.ok("READ-WRITE", "Open");
    }

    private static Optional<Resync> parameters(ImapSession session, Args args) {
        List<Optional<Resync>> found = args.list(() -> parameter(session, args));
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<Resync> parameter(ImapSession session, Args args) {
        String name = args.word();
        if (name.equals("CONDSTORE")) {
            session.enableSilently(Feature.CONDSTORE);
            return Optional.empty();
        }
        if (!name.equals("QRESYNC") || !session.has(Feature.QRESYNC)) {
            throw Refusal.bad("Unknown or not enabled: " + name);
        }
        return Optional.of(Resync.parse(args.space()));
    }

    private List<String> open(ImapSession session, String name, Optional<Resync> resync) {
        return session.account()
                .locked(
                        all -> {
                            Mailbox mailbox = all.selectable(name).orElseThrow(Select::missing);
                            Selected view = new Selected(session, mailbox, readOnly);
                            session.select(Optional.of(view));
                            List<String> lines = facts(mailbox);
                            resync.filter(r -> r.uidValidity() == mailbox.uidValidity())
                                    .ifPresent(r -> lines.addAll(r.changes(view)));
                            return lines;
                        });
    }

    private static Refusal missing() {
        return Refusal.no("NONEXISTENT", "No such mailbox");
    }

    private List<String> facts(Mailbox mailbox) {
        List<String> lines = new ArrayList<>();
        lines.add("FLAGS (" + String.join(" ", flags(mailbox)) + ")");
        String permanent = readOnly ? "" : String.join(" ", flags(mailbox)) + " \\*";
        lines.add("OK [PERMANENTFLAGS (" + permanent + ")] Flags that stay");
        lines.add(mailbox.messages().size() + " EXISTS");
        lines.add("0 RECENT");
        firstUnseen(mailbox).ifPresent(n -> lines.add("OK [UNSEEN " + n + "] First unseen"));
        lines.add("OK [UIDVALIDITY " + mailbox.uidValidity() + "] UIDs valid");
        lines.add("OK [UIDNEXT " + mailbox.uidNext() + "] Next UID");
        lines.add("OK [HIGHESTMODSEQ " + mailbox.modSeq() + "] Highest");
        return lines;
    }

    private static List<String> flags(Mailbox mailbox) {
        TreeSet<String> keywords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        mailbox.messages().forEach(message -> keywords.addAll(message.flags().names()));
        keywords.removeAll(Flags.SYSTEM);
        List<String> flags = new ArrayList<>(Flags.SYSTEM);
        flags.addAll(keywords);
        return flags;
    }

    private static Optional<Integer> firstUnseen(Mailbox mailbox) {
        int number = 0;
        for (Message message : mailbox.messages()) {
            number++;
            if (!message.flags().has(Flags.SEEN)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }
}
