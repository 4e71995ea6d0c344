package org.postern.cli.internal.check;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.transport.CanFlag;
import org.postern.transport.CanPeek;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Counts what a session tells that cannot {@linkplain CanPeek peek}, and keeps the headers of the
 * newest alone, however many there are.
 */
final class Tally implements ChangeSink {

    private static final Comparator<RemoteMessage> BY_AGE =
            Comparator.comparing(message -> message.received().orElse(Instant.EPOCH));

    private final int most;
    private final PriorityQueue<RemoteMessage> newest = new PriorityQueue<>(BY_AGE);
    private long messages;
    private long unseen;

    private Tally(int most) {
        this.most = most;
    }

    static CanPeek.Glimpse of(
            MailSession session, String mailbox, int most, IProgressMonitor monitor)
            throws MailException {
        Tally tally = new Tally(most);
        session.changes(mailbox, Optional.empty(), tally, monitor);
        return tally.glimpse(session.capability(CanFlag.class).isPresent());
    }

    /**
     * @param flagged whether the session knows flags: where it does not, nothing is known as seen
     */
    private CanPeek.Glimpse glimpse(boolean flagged) {
        List<byte[]> headers =
                newest.stream().sorted(BY_AGE.reversed()).map(RemoteMessage::headers).toList();
        return new CanPeek.Glimpse(
                messages, flagged ? OptionalLong.of(unseen) : OptionalLong.empty(), headers);
    }

    @Override
    public void added(RemoteMessage message) {
        messages++;
        unseen += message.flags().contains(Flag.SEEN) ? 0 : 1;
        newest.add(message);
        if (newest.size() > most) {
            newest.remove();
        }
    }

    @Override
    public void forgotten() {
        messages = 0;
        unseen = 0;
        newest.clear();
    }

    /** Somebody else reads meanwhile: what was counted is what was there when it was told. */
    @Override
    public void flags(RemoteId id, Set<Flag> flags) {}

    @Override
    public void vanished(RemoteId id) {}
}
