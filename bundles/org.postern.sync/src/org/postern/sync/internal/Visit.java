package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.sync.Activity.Kind;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.MailSession;

import java.util.Optional;

/** Goes to an account's server, when the account's state lets one go, and tells the state of it. */
final class Visit {

    private final AccountId id;
    private final Workshop workshop;
    private final StateKeeper keeper;
    private final KeptSession kept;
    private volatile Optional<Work> current = Optional.empty();

    /** What is done there. */
    @FunctionalInterface
    interface Task {
        void run(Account account, SessionHolder holder, Work work) throws MailException;
    }

    Visit(AccountId id, Workshop workshop, StateKeeper keeper) {
        this.id = id;
        this.workshop = workshop;
        this.keeper = keeper;
        this.kept = new KeptSession(workshop);
    }

    /**
     * Does something in a session.
     *
     * @return whether it was tried
     */
    boolean pay(IProgressMonitor monitor, Task task) throws MailException {
        Optional<Account> account = workshop.parts().accounts().find(id);
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

    /** Ends the visit that is under way, and the session that was kept for the next. */
    void stop() {
        current.ifPresent(Work::stop);
        kept.close();
    }

    /** The next visit logs in anew. */
    void forgetSession() {
        kept.close();
    }

    private boolean mayConnect() {
        AccountState state = keeper.happen(new AccountEvent.ConnectBegins());
        return state instanceof AccountState.Connecting || state instanceof AccountState.Online;
    }

    private void inSession(Account account, Work work, Task task) throws MailException {
        Attempt attempt = new Attempt(account, keeper);
        try {
            work.task(Kind.CONNECTING);
            ConnectionPlan plan = workshop.sessions().plan(account);
            attempt.planned(plan);
            if (!again(account, plan, attempt, work, task)) {
                anew(account, plan, attempt, work, task);
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

    /**
     * In a session that is open still.
     *
     * @return false when there is none, or it was dead
     */
    private boolean again(
            Account account, ConnectionPlan plan, Attempt attempt, Work work, Task task)
            throws MailException {
        Optional<MailSession> session = kept.take(account.incoming());
        if (session.isEmpty()) {
            return false;
        }
        try {
            in(session, account, plan, attempt, work, task);
            return true;
        } catch (MailException e) {
            if (work.isCanceled() || !dead(e.failure())) {
                throw e;
            }
            return false;
        }
    }

    private static boolean dead(Failure failure) {
        return failure instanceof Failure.Closed
                || failure instanceof Failure.Broken
                || failure instanceof Failure.TimedOut;
    }

    private void anew(Account account, ConnectionPlan plan, Attempt attempt, Work work, Task task)
            throws MailException {
        in(Optional.empty(), account, plan, attempt, work, task);
    }

    private void in(
            Optional<MailSession> session,
            Account account,
            ConnectionPlan plan,
            Attempt attempt,
            Work work,
            Task task)
            throws MailException {
        SessionHolder.Opener opener = monitor -> open(account, plan, work, monitor);
        try (SessionHolder holder = new SessionHolder(opener, work, session)) {
            attempt.opened(holder.session().posture());
            task.run(account, holder, work);
            holder.release().ifPresent(open -> kept.keep(open, account.incoming()));
        }
        if (work.isCanceled()) { // whoever stopped it may have come before it was kept
            kept.closeNow();
        }
    }

    private MailSession open(
            Account account, ConnectionPlan plan, Work work, IProgressMonitor monitor)
            throws MailException {
        work.check();
        return workshop.sessions().open(account, plan, monitor);
    }
}
