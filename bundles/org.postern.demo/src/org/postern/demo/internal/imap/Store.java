package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Flags;
import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** STORE and UID STORE, RFC 9051 section 6.4.6, with UNCHANGEDSINCE of RFC 7162 section 3.1.3. */
final class Store implements Verb {
    private final boolean byUid;

    Store(boolean byUid) {
        this.byUid = byUid;
    }

    /**
     * The change that a client asks for.
     *
     * @param sign {@code +}, {@code -} or a space for replacing
     * @param silent whether the client does not want to be told
     */
    private record Change(char sign, boolean silent, Flags flags, Optional<Long> unchangedSince) {
        Flags apply(Flags before) {
            return switch (sign) {
                case '+' -> before.with(flags);
                case '-' -> before.without(flags);
                default -> flags;
            };
        }

        boolean clashes(Message message) {
            return unchangedSince.isPresent() && message.modSeq() > unchangedSince.get();
        }
    }

    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        SequenceSet set = SequenceSet.parse(args.space());
        Change change = parse(args.space());
        args.end();
        if (change.unchangedSince().isPresent()) {
            session.enable(Feature.CONDSTORE);
        }
        session.selected().requireWritable();
        List<String> lines = new ArrayList<>();
        List<Long> modified = store(session, set, change, lines);
        for (String line : lines) {
            session.untagged(line);
        }
        return modified.isEmpty()
                ? Answer.ok("STORE completed")
                : Answer.ok("MODIFIED " + SequenceSet.format(modified), "Some had changed");
    }

    private static Change parse(Args args) {
        Optional<Long> unchangedSince = Optional.empty();
        if (args.skipWord("(UNCHANGEDSINCE ")) {
            unchangedSince = Optional.of(args.number());
            args.expect(')').space();
        }
        char sign = args.peek() == '+' || args.peek() == '-' ? args.peek() : ' ';
        args.skip(sign);
        String name = args.word();
        if (!name.equals("FLAGS") && !name.equals("FLAGS.SILENT")) {
            throw Refusal.bad("Unknown data item " + name);
        }
        args.space();
        Flags flags = Flags.of(args.peek() == '(' ? args.list(args::flag) : bare(args));
        return new Change(sign, name.endsWith(".SILENT"), flags, unchangedSince);
    }

    private static List<String> bare(Args args) {
        List<String> flags = new ArrayList<>(List.of(args.flag()));
        while (args.skip(' ')) {
            flags.add(args.flag());
        }
        return flags;
    }

    private List<Long> store(
            ImapSession session, SequenceSet set, Change change, List<String> lines) {
        Selected selected = session.selected();
        Mailbox mailbox = selected.mailbox();
        List<Long> modified = new ArrayList<>();
        return session.account()
                .locked(
                        all -> {
                            for (Message message : selected.resolve(all, set, byUid)) {
                                if (change.clashes(message)) {
                                    modified.add(number(selected, message));
                                    continue;
                                }
                                Flags flags = change.apply(message.flags());
                                Message now = mailbox.setFlags(message, flags);
                                selected.told(now);
                                answer(session, now, change).ifPresent(lines::add);
                            }
                            return modified;
                        });
    }

    private long number(Selected selected, Message message) {
        return byUid ? message.uid() : selected.sequenceNumber(message.uid());
    }

    private Optional<String> answer(ImapSession session, Message message, Change change) {
        if (!change.silent()) {
            return Optional.of(session.selected().change(message));
        }
        if (!session.has(Feature.CONDSTORE)) {
            return Optional.empty();
        }
        String items = "UID " + message.uid() + " MODSEQ (" + message.modSeq() + ")";
        long number = session.selected().sequenceNumber(message.uid());
        return Optional.of(number + " FETCH (" + items + ")");
    }
}
