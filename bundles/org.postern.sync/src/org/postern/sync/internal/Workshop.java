package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.net.CancelMonitor;
import org.postern.sync.AccountStates;
import org.postern.sync.EngineListener;
import org.postern.sync.EnginePace;
import org.postern.sync.EngineParts;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What all desks share: threads, a clock, the board of activities. */
public final class Workshop implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Workshop.class.getName());
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final EngineParts parts;
    private final EnginePace pace;
    private final Sessions sessions;
    private final StateFolder states;
    private final ActivityBoard board = new ActivityBoard();
    private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<Work> works = ConcurrentHashMap.newKeySet();
    private final Set<CancelMonitor> watches = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    60,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    daemons("Postern engine"),
                    new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(
                    1, daemons("Postern engine clock"), new ThreadPoolExecutor.DiscardPolicy());

    public Workshop(EngineParts parts, EnginePace pace) throws MailException {
        this.parts = parts;
        this.pace = pace;
        this.sessions =
                new Sessions(parts, pace, (account, text) -> tell(l -> l.told(account, text)));
        this.states = new StateFolder(parts.states());
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name + " ", 1).factory();
    }

    EngineParts parts() {
        return parts;
    }

    EnginePace pace() {
        return pace;
    }

    public Sessions sessions() {
        return sessions;
    }

    public ActivityBoard board() {
        return board;
    }

    public List<EngineListener> listeners() {
        return listeners;
    }

    Instant now() {
        return pace.clock().instant();
    }

    StateKeeper keeper(AccountId account) {
        AccountStates machine = new AccountStates(pace.clock(), pace.backoff());
        return new StateKeeper(account, machine, states, this);
    }

    public AccountDesk desk(AccountId account) {
        return new AccountDesk(account, this);
    }

    /** The account is gone: ends its work and then forgets all of it, without waiting. */
    public void dismiss(AccountDesk desk) {
        desk.retire();
        run(desk::forget);
    }

    IProgressMonitor noMonitor() {
        return new NullProgressMonitor();
    }

    /** Tells all listeners; one that fails keeps neither the others nor the work from going on. */
    public void tell(Consumer<EngineListener> news) {
        for (EngineListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Logger.Level.ERROR, "a listener of the engine failed", e);
            }
        }
    }

    /** Begins some work that also ends when the workshop closes. */
    public Work begin(AccountId account, IProgressMonitor caller) {
        works.removeIf(Work::ended);
        Work work = board.begin(Optional.of(account), caller);
        works.add(work);
        if (clock.isShutdown()) {
            work.stop();
        }
        return work;
    }

    /** A monitor for watching, cancelled when the workshop closes. */
    CancelMonitor watch() {
        watches.removeIf(CancelMonitor::isCanceled);
        CancelMonitor monitor = new CancelMonitor();
        watches.add(monitor);
        return monitor;
    }

    /** Runs something on a thread of its own; does nothing after {@link #close}. */
    public void run(Runnable task) {
        workers.execute(task);
    }

    /** Runs something later, on a thread of its own. */
    Future<?> later(Duration delay, Runnable task) {
        return clock.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean closed() {
        return clock.isShutdown();
    }

    /**
     * A transport failed by an error of its own. Its message is not shown or logged, since nobody
     * knows what a stranger's code writes into it.
     */
    public MailException broken(Account account, RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        LOG.log(Logger.Level.ERROR, account.id() + ": " + e.getClass().getName() + where);
        String what = Messages.format("session.failed", account.incoming().transport());
        return new MailException(new Failure.LocalStorage(what, e.getClass().getName() + where), e);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        works.forEach(Work::stop);
        watches.forEach(monitor -> monitor.setCanceled(true));
        workers.shutdown();
        try {
            if (!workers.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
