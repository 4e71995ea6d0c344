package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.sync.FailureClass;
import org.postern.transport.CanShare;
import org.postern.transport.MailSession;

import java.lang.System.Logger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Fetches the bodies that an account lacks: in the session that is open, and in more of them when
 * there is much to fetch, as far as the server lets one. The others may fail; then what they had
 * begun is fetched in the first.
 */
final class Lanes {

    /** All in all; more of them gain nothing, for each can fill a wire alone. */
    private static final int MOST = 3;

    /** The watcher has one as well, and other programs of the same user have some. */
    private static final int LEFT_TO_OTHERS = 2;

    private static final int MANY = 200;
    private static final long MUCH = 8_000_000;
    private static final long PATIENCE_MILLIS = 50;

    private static final Logger LOG = System.getLogger(Lanes.class.getName());

    private final MailStore store;
    private final SessionHolder holder;
    private final Urgent urgent;
    private final Crowd crowd;
    private final Committer committer;
    private final Work work;
    private volatile boolean over;
    private volatile Optional<MailException> forbidden = Optional.empty();

    Lanes(
            MailStore store,
            SessionHolder holder,
            Urgent urgent,
            Crowd crowd,
            Committer committer,
            Work work) {
        this.committer = committer;
        this.store = store;
        this.holder = holder;
        this.urgent = urgent;
        this.crowd = crowd;
        this.work = work;
    }

    void run(BodyQueue queue) throws MailException {
        MailSession session = holder.session();
        Lane lane = lane(queue);
        try (ExecutorService others = threads()) {
            List<? extends Future<?>> running =
                    IntStream.range(1, worthwhile(session, queue))
                            .mapToObj(n -> others.submit(() -> another(n, queue)))
                            .toList();
            try {
                lane.run(session, work);
                await(running, session);
                lane.run(session, work);
            } finally {
                over = true;
            }
        }
        committer.settle();
        if (forbidden.isPresent()) {
            throw forbidden.get();
        }
    }

    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("Postern engine lane ", 1).factory());
    }

    private Lane lane(BodyQueue queue) {
        return new Lane(store, queue, committer, urgent, work, () -> over || forbidden.isPresent());
    }

    private int worthwhile(MailSession session, BodyQueue queue) {
        boolean much = queue.messages() > MANY || queue.bytes() > MUCH;
        int most = session.capability(CanShare.class).map(CanShare::most).orElse(1);
        return much ? crowd.bearable(Math.clamp(most - LEFT_TO_OTHERS, 1, MOST)) : 1;
    }

    /** Meanwhile this session is there for what somebody waits for. */
    private void await(List<? extends Future<?>> running, MailSession session)
            throws MailException {
        for (Future<?> other : running) {
            while (!ended(other)) {
                urgent.serve(session, work);
                work.check();
            }
        }
    }

    private static boolean ended(Future<?> other) {
        try {
            other.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * @param open how many were there before
     */
    private void another(int open, BodyQueue queue) {
        IProgressMonitor monitor = monitor();
        Optional<MailSession> session = Optional.empty();
        try {
            session = Optional.of(holder.another(monitor));
            lane(queue).run(session.get(), monitor);
        } catch (MailException e) {
            failed(e, open, session.isPresent());
        } catch (OperationCanceledException e) {
            LOG.log(Logger.Level.DEBUG, "a lane was cancelled");
        } catch (RuntimeException e) { // its message may hold anything
            LOG.log(Logger.Level.ERROR, "a lane failed by " + e.getClass().getName());
        } finally {
            session.ifPresent(MailSession::close);
        }
    }

    private IProgressMonitor monitor() {
        return new NullProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return over || work.isCanceled();
            }
        };
    }

    /** What would take the account offline does so here as well; anything else is borne. */
    private void failed(MailException e, int open, boolean wasOpen) {
        if (FailureClass.of(e.failure(), true, true) == FailureClass.CANNOT) {
            forbidden = Optional.of(e);
        } else if (wasOpen) {
            LOG.log(Logger.Level.DEBUG, () -> "a lane ended: " + e.failure());
        } else {
            crowd.refused(open);
            LOG.log(Logger.Level.INFO, Messages.format("lanes.fewer", open, e.failure()));
        }
    }
}
