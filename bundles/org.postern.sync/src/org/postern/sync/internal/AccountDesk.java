package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailStore.Action;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.sync.EngineParts;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.MailSession;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All work for one account. One piece at a time has the turn; accounts know nothing of each other,
 * so that a slow one delays nobody else.
 */
public final class AccountDesk {

    private static final Logger LOG = System.getLogger(AccountDesk.class.getName());
    private static final long PATIENCE_MILLIS = 50;

    private final AccountId id;
    private final EngineParts parts;
    private final Workshop workshop;
    private final StateKeeper keeper;
    private final Urgent urgent;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Calendar calendar;
    private final Watcher watcher;
    private Optional<CompletableFuture<Void>> refresh = Optional.empty();
    private volatile Optional<Work> current = Optional.empty();
    private volatile boolean moves = true;
    private volatile boolean retired;

    AccountDesk(AccountId id, Workshop workshop) {
        this.id = id;
        this.workshop = workshop;
        this.parts = workshop.parts();
        this.keeper = workshop.keeper(id);
        this.urgent = new Urgent(parts.store());
        this.calendar = new Calendar(workshop);
        this.watcher = new Watcher(id, workshop, this::look);
    }

    public AccountState state() {
        return keeper.now();
    }

    /** Whether messages can probably be moved; the server has the last word. */
    public boolean moves() {
        return moves;
    }

    // ---- what the user and the settings want

    public void goOnline() {
        keeper.happen(new AccountEvent.UserOnline());
        lookNow();
    }

    public void goOffline() {
        keeper.happen(new AccountEvent.UserOffline());
        stop();
    }

    /** The server settings, or what policies make of them, are others now. */
    public void changed(AccountEvent event) {
        AccountState before = keeper.now();
        AccountState after = keeper.happen(event);
        if (!after.equals(before)) {
            stop();
        }
        if (looksByItself() && after instanceof AccountState.Idle) {
            lookNow();
        }
    }

    /** There is another password. */
    public void passwordChanged() {
        boolean waited = keeper.now() instanceof AccountState.WaitingForPassword;
        AccountState after = keeper.happen(new AccountEvent.PasswordChanged());
        if (waited || (looksByItself() && after instanceof AccountState.Idle)) {
            lookNow();
        }
    }

    private boolean looksByItself() {
        return account().flatMap(account -> account.sync().every()).isPresent();
    }

    private Optional<Account> account() {
        return parts.accounts().find(id);
    }

    /** Begins to look by itself, when the account wants it. */
    public void begin() {
        if (looksByItself()) {
            lookNow();
        }
    }

    private void stop() {
        calendar.clear();
        watcher.stop();
        current.ifPresent(Work::stop);
    }

    /** Ends all work and does nothing any more. */
    public void retire() {
        retired = true;
        stop();
    }

    /** Removes all that is known of the account, when its work has ended. */
    void forget() {
        turn.lock();
        try {
            keeper.forget();
            parts.store().forget(id);
            parts.credentials().forget(id);
        } catch (MailException e) {
            LOG.log(Logger.Level.WARNING, "forgetting an account: " + e.getMessage());
        } finally {
            turn.unlock();
        }
    }

    // ---- receiving

    void lookNow() {
        workshop.run(this::look);
    }

    /** Receives, on the calling thread; answers whether the account is online then. */
    private boolean look() {
        inBackground(this::refresh);
        return keeper.now() instanceof AccountState.Online;
    }

    /** Soon sends what the user did. */
    public void replaySoon() {
        calendar.replaySoon(() -> inBackground(this::replay));
    }

    @FunctionalInterface
    private interface Task {
        void run(IProgressMonitor monitor) throws MailException;
    }

    private void inBackground(Task task) {
        try {
            task.run(workshop.noMonitor());
        } catch (MailException | OperationCanceledException told) {
            LOG.log(Logger.Level.DEBUG, () -> id + ": " + told.getMessage());
        }
    }

    /** Receives; joins a refresh that is under way already. */
    public void refresh(IProgressMonitor monitor) throws MailException {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        Optional<CompletableFuture<Void>> other;
        synchronized (this) {
            other = refresh;
            refresh = Optional.of(other.orElse(mine));
        }
        if (other.isPresent()) {
            await(other.get(), monitor);
        } else {
            refresh(monitor, mine);
        }
    }

    private void refresh(IProgressMonitor monitor, CompletableFuture<Void> mine)
            throws MailException {
        try {
            takeTurn(monitor);
            try {
                inSession(monitor, this::receive);
            } finally {
                turn.unlock();
            }
            finished();
            mine.complete(null);
        } catch (MailException | RuntimeException e) {
            finished();
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private void finished() {
        synchronized (this) {
            refresh = Optional.empty();
        }
        if (!retired) {
            account().ifPresent(this::planNext);
        }
    }

    private void planNext(Account account) {
        switch (keeper.now()) {
            case AccountState.Online s ->
                    account.sync().every().ifPresent(every -> calendar.in(every, this::lookNow));
            case AccountState.WaitingForNetwork s -> calendar.at(s.next(), this::lookNow);
            default -> calendar.clearLook();
        }
    }

    private void receive(Account account, SessionHolder holder, Work work) throws MailException {
        boolean watches = watcher.suits(account, holder.session());
        Reach reach = reception(account, holder, work).run();
        moves = reach.moves();
        if (watches) {
            watcher.start(account);
        }
    }

    private void replay(IProgressMonitor monitor) throws MailException {
        takeTurn(monitor);
        try {
            if (!parts.store().intents(id).isEmpty()) {
                inSession(monitor, this::replay);
            }
        } finally {
            turn.unlock();
        }
    }

    private void replay(Account account, SessionHolder holder, Work work) throws MailException {
        reception(account, holder, work).replay();
    }

    private Reception reception(Account account, SessionHolder holder, Work work) {
        return new Reception(
                account, parts.store(), workshop.pace(), holder, urgent, work, this::backedOut);
    }

    /** Takes back that the user removed exactly these messages, if it was not sent yet. */
    public boolean takeBack(MailboxId mailbox, Set<String> remoteIds, IProgressMonitor monitor)
            throws MailException {
        takeTurn(monitor);
        try {
            Optional<MailStore.Intent> unsent =
                    parts.store().intents(id).stream()
                            .filter(intent -> intent.mailbox().equals(mailbox))
                            .filter(intent -> !(intent.action() instanceof Action.SetFlags))
                            .filter(intent -> Set.copyOf(intent.remoteIds()).equals(remoteIds))
                            .findFirst();
            if (unsent.isPresent()) {
                parts.store().backedOut(unsent.get());
            }
            return unsent.isPresent();
        } finally {
            turn.unlock();
        }
    }

    private void backedOut(Failure failure) {
        workshop.tell(listener -> listener.backedOut(id, failure));
    }

    /** Fetches a body, through whatever session is open or one of its own. */
    public void fetch(MessageRow row, StoredMailbox mailbox, IProgressMonitor monitor)
            throws MailException {
        Urgent.Wish wish = new Urgent.Wish(mailbox, row.remoteId());
        urgent.add(wish);
        try {
            while (!wish.done().isDone()) {
                if (tryTurn(monitor)) {
                    try {
                        fetch(wish, monitor);
                    } finally {
                        turn.unlock();
                    }
                }
            }
            await(wish.done(), monitor);
        } finally {
            urgent.remove(wish);
        }
    }

    private void fetch(Urgent.Wish wish, IProgressMonitor monitor) throws MailException {
        if (wish.done().isDone()) {
            return;
        }
        boolean tried =
                inSession(monitor, (account, holder, work) -> urgent.serve(holder.session(), work));
        if (!tried) {
            throw new MailException(keeper.now().reason().orElseGet(this::offline));
        }
    }

    private Failure offline() {
        String name = account().map(Account::name).orElse(id.value());
        return new Failure.BadSettings(Messages.format("account.offline", name));
    }

    // ---- turns and sessions

    private void takeTurn(IProgressMonitor monitor) {
        while (!tryTurn(monitor)) {
            LOG.log(Logger.Level.TRACE, "waiting for the turn of {0}", id);
        }
    }

    private boolean tryTurn(IProgressMonitor monitor) {
        if (monitor.isCanceled() || retired) {
            throw new OperationCanceledException();
        }
        try {
            return turn.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    private static void await(CompletableFuture<Void> work, IProgressMonitor monitor)
            throws MailException {
        while (true) {
            try {
                work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof MailException failure) {
                    throw failure;
                }
                throw (RuntimeException) e.getCause();
            }
        }
    }

    @FunctionalInterface
    private interface SessionTask {
        void run(Account account, SessionHolder holder, Work work) throws MailException;
    }

    /**
     * Does something in a session, if the account's state lets one be opened.
     *
     * @return whether it was tried
     */
    private boolean inSession(IProgressMonitor monitor, SessionTask task) throws MailException {
        Optional<Account> account = account();
        if (account.isEmpty() || !mayConnect()) {
            return false;
        }
        try (Work work = workshop.begin(id, monitor)) {
            current = Optional.of(work);
            inSession(account.get(), work, task);
            return true;
        } finally {
            current = Optional.empty();
        }
    }

    private boolean mayConnect() {
        AccountState state = keeper.happen(new AccountEvent.ConnectBegins());
        return state instanceof AccountState.Connecting || state instanceof AccountState.Online;
    }

    private void inSession(Account account, Work work, SessionTask task) throws MailException {
        Attempt attempt = new Attempt(account, keeper);
        try {
            work.report(Messages.format("activity.connect"), 0, 0);
            ConnectionPlan plan = workshop.sessions().plan(account);
            attempt.planned(plan);
            try (SessionHolder holder = new SessionHolder(() -> open(account, plan, work))) {
                attempt.opened(holder.session().posture());
                task.run(account, holder, work);
            }
        } catch (MailException e) {
            throw attempt.failed(e, work);
        } catch (OperationCanceledException e) {
            attempt.abandoned();
            throw e;
        } catch (RuntimeException e) {
            throw attempt.failed(workshop.broken(account, e), work);
        }
    }

    private MailSession open(Account account, ConnectionPlan plan, Work work) throws MailException {
        work.check();
        return workshop.sessions().open(account, plan, work);
    }
}
