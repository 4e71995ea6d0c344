package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Flags;
import org.postern.demo.internal.mail.Mailboxes;
import org.postern.demo.internal.mail.Message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** FETCH and UID FETCH, with CHANGEDSINCE and VANISHED of RFC 7162. */
final class Fetch implements Verb {
    private final boolean byUid;

    Fetch(boolean byUid) {
        this.byUid = byUid;
    }

    /** The modifiers behind the items. */
    private record Modifiers(Optional<Long> changedSince, boolean vanished) {}

    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        SequenceSet set = SequenceSet.parse(args.space());
        List<FetchItem> items = new ArrayList<>(FetchItem.parseAll(args.space()));
        Modifiers modifiers = args.skip(' ') ? modifiers(session, args) : none();
        args.end();
        complete(session, items, modifiers);
        writeAll(session, items, prepare(session, set, items, modifiers));
        return Answer.ok("FETCH completed");
    }

    private static Modifiers none() {
        return new Modifiers(Optional.empty(), false);
    }

    private Modifiers modifiers(ImapSession session, Args args) {
        List<Long> since = new ArrayList<>();
        List<String> names =
                args.list(
                        () -> {
                            String name = args.word();
                            if (name.equals("CHANGEDSINCE")) {
                                since.add(args.space().number());
                            }
                            return name;
                        });
        boolean vanished = names.contains("VANISHED");
        boolean known = Set.of("CHANGEDSINCE", "VANISHED").containsAll(names);
        if (!known || vanished && (!byUid || since.isEmpty() || !session.has(Feature.QRESYNC))) {
            throw Refusal.bad("These modifiers are not possible here: " + names);
        }
        return new Modifiers(since.stream().findFirst(), vanished);
    }

    /** Adds UID for UID FETCH and MODSEQ for CHANGEDSINCE, which clients need not name. */
    private void complete(ImapSession session, List<FetchItem> items, Modifiers modifiers)
            throws IOException {
        FetchItem uid = new FetchItem.Fact("UID");
        FetchItem modSeq = new FetchItem.Fact("MODSEQ");
        if (byUid && !items.contains(uid)) {
            items.add(0, uid);
        }
        if (modifiers.changedSince().isPresent() && !items.contains(modSeq)) {
            items.add(modSeq);
        }
        if (items.contains(modSeq)) {
            session.enable(Feature.CONDSTORE);
        }
    }

    private static boolean marksSeen(FetchItem item) {
        return item instanceof FetchItem.Piece piece && !piece.peek();
    }

    /** Chooses the messages and marks them as seen, in one go; the bytes are written later. */
    private List<Message> prepare(
            ImapSession session, SequenceSet set, List<FetchItem> items, Modifiers modifiers)
            throws IOException {
        Selected selected = session.selected();
        boolean mark = !selected.readOnly() && items.stream().anyMatch(Fetch::marksSeen);
        List<String> vanished = new ArrayList<>();
        List<Message> messages =
                session.account()
                        .locked(
                                all -> {
                                    long since = modifiers.changedSince().orElse(0L);
                                    if (modifiers.vanished()) {
                                        Resync.vanished(selected, since, Optional.of(set))
                                                .ifPresent(vanished::add);
                                    }
                                    List<Message> found = changed(all, selected, set, since);
                                    return mark ? markSeen(selected, found, items) : found;
                                });
        for (String line : vanished) {
            session.untagged(line);
        }
        return messages;
    }

    private List<Message> changed(Mailboxes all, Selected selected, SequenceSet set, long since) {
        return selected.resolve(all, set, byUid).stream()
                .filter(message -> message.modSeq() > since)
                .toList();
    }

    private static List<Message> markSeen(
            Selected selected, List<Message> messages, List<FetchItem> items) {
        FetchItem flags = new FetchItem.Fact("FLAGS");
        if (!items.contains(flags)) {
            items.add(flags);
        }
        Flags seen = Flags.of(List.of(Flags.SEEN));
        List<Message> marked = new ArrayList<>();
        for (Message message : messages) {
            marked.add(selected.mailbox().setFlags(message, message.flags().with(seen)));
        }
        return marked;
    }

    private static void writeAll(ImapSession session, List<FetchItem> items, List<Message> messages)
            throws IOException {
        boolean tellsFlags = items.contains(new FetchItem.Fact("FLAGS"));
        for (Message message : messages) {
            if (tellsFlags) {
                session.selected().told(message);
            }
            long number = session.selected().sequenceNumber(message.uid());
            session.wire().bytes(FetchReply.write(number, message, items)).line("");
        }
    }
}
