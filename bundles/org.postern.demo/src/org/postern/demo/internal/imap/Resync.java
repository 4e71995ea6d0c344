package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The QRESYNC parameter, RFC 7162 section 3.2.5.
 *
 * @param uidValidity what the client remembers of the mailbox
 * @param modSeq the highest modification sequence that it has seen
 * @param known the UIDs that it has, when it tells them
 */
record Resync(long uidValidity, long modSeq, Optional<SequenceSet> known) {
    static Resync parse(Args args) {
        long uidValidity = args.expect('(').number();
        long modSeq = args.space().number();
        Optional<SequenceSet> known = Optional.empty();
        boolean more = args.skip(' ');
        if (more && args.peek() != '(') {
            known = Optional.of(SequenceSet.parse(args));
            more = args.skip(' ');
        }
        if (more) {
            passOverMatchData(args);
        }
        args.expect(')');
        return new Resync(uidValidity, modSeq, known);
    }

    /** Sequence match data only helps servers that forget what was expunged; this one does not. */
    private static void passOverMatchData(Args args) {
        SequenceSet.parse(args.expect('('));
        SequenceSet.parse(args.space());
        args.expect(')');
    }

    /** What has changed since; to be called under the account's lock. */
    List<String> changes(Selected view) {
        List<String> lines = new ArrayList<>();
        vanished(view, modSeq, known).ifPresent(lines::add);
        for (Message message : view.mailbox().messages()) {
            if (message.modSeq() > modSeq && isKnown(known, message.uid())) {
                lines.add(view.change(message));
            }
        }
        return lines;
    }

    /** The VANISHED (EARLIER) response, if anything vanished. */
    static Optional<String> vanished(Selected view, long since, Optional<SequenceSet> among) {
        List<Long> gone =
                view.mailbox()
                        .vanishedSince(since)
                        .filter(uid -> isKnown(among, uid))
                        .boxed()
                        .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of("VANISHED (EARLIER) " + SequenceSet.format(gone));
    }

    private static boolean isKnown(Optional<SequenceSet> known, long uid) {
        return known.map(set -> set.holds(uid, Long.MAX_VALUE)).orElse(true);
    }
}
