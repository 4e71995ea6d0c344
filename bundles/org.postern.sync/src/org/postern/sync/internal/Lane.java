package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.sync.internal.BodyQueue.Portion;
import org.postern.transport.MailSession;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Fetches in one session: what somebody waits for, and then what is next in the queue. */
final class Lane {

    private final MailStore store;
    private final BodyQueue queue;
    private final Committer committer;
    private final Urgent urgent;
    private final Work work;
    private final BooleanSupplier ended;
    private final Gait gait = new Gait();

    /**
     * @param ended whether the lanes are to end before all is fetched
     */
    Lane(
            MailStore store,
            BodyQueue queue,
            Committer committer,
            Urgent urgent,
            Work work,
            BooleanSupplier ended) {
        this.store = store;
        this.queue = queue;
        this.committer = committer;
        this.urgent = urgent;
        this.work = work;
        this.ended = ended;
    }

    /** Goes on until nothing is left. What did not come when it fails is in the queue again. */
    void run(MailSession session, IProgressMonitor monitor) throws MailException {
        urgent.serve(session, work);
        Optional<Portion> next = queue.take(Gait.MESSAGES, gait.bytes());
        while (next.isPresent()) {
            ride(session, next.get(), monitor);
            urgent.serve(session, work);
            next = ended() ? Optional.empty() : queue.take(Gait.MESSAGES, gait.bytes());
        }
    }

    private boolean ended() {
        work.check();
        return ended.getAsBoolean();
    }

    private void ride(MailSession session, Portion first, IProgressMonitor monitor)
            throws MailException {
        Ride ride =
                new Ride(
                        first,
                        () -> more(first),
                        mailbox -> store.beginBodies(mailbox.id()),
                        committer,
                        gait);
        gait.begin();
        try {
            session.stream(first.mailbox().remoteId(), ride, ride, monitor);
        } catch (MailException | RuntimeException e) {
            queue.putBack(ride.owed());
            keep(ride, e);
            throw e;
        }
        ride.hand();
    }

    /** Nothing more when somebody waits for another message. */
    private Optional<Portion> more(Portion first) {
        return urgent.waiting() || ended()
                ? Optional.empty()
                : queue.takeIn(first.mailbox(), Gait.MESSAGES, gait.bytes());
    }

    /** What came before the line broke or somebody cancelled is kept. */
    private static void keep(Ride ride, Exception reason) {
        try {
            ride.hand();
        } catch (MailException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }
}
