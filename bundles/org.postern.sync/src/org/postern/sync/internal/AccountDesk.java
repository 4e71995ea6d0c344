package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.store.UserIntents;
import org.postern.store.UserIntents.Action;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.sync.EngineParts;
import org.postern.sync.RefusedDowngrade;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.Set;

/**
 * All work for one account. One piece at a time has the turn; accounts know nothing of each other,
 * so that a slow one delays nobody else.
 */
public final class AccountDesk {

    private static final Logger LOG = System.getLogger(AccountDesk.class.getName());

    private final AccountId id;
    private final EngineParts parts;
    private final Workshop workshop;
    private final StateKeeper keeper;
    private final Urgent urgent;
    private final Turn turn = new Turn();
    private final Joined refreshes = new Joined(this::planNext);
    private final Visit visit;
    private final Calendar calendar;
    private final Watcher watcher;
    private final Crowd crowd;
    private volatile boolean moves = true;

    AccountDesk(AccountId id, Workshop workshop) {
        this.id = id;
        this.workshop = workshop;
        this.parts = workshop.parts();
        this.keeper = workshop.keeper(id);
        this.visit = new Visit(id, workshop, keeper);
        this.urgent = new Urgent(parts.store());
        this.calendar = new Calendar(workshop);
        this.crowd = new Crowd(workshop.pace().clock());
        this.watcher = new Watcher(id, workshop, this::look);
    }

    public AccountState state() {
        return keeper.now();
    }

    /** The last time that less protection was refused. */
    public Optional<RefusedDowngrade> refused() {
        return keeper.refused();
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
        visit.forgetSession();
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

    /**
     * The machine slept or has another network: whoever listened to a server hears it no more, and
     * what could not be reached may be reached now.
     */
    public void revive() {
        watcher.stop();
        visit.forgetSession();
        lookAgain();
    }

    /** There is something to be fetched; who is offline fetches it later. */
    public void lookAgain() {
        if (looksByItself() && mayBeOnline()) {
            lookNow();
        }
    }

    private boolean mayBeOnline() {
        return switch (keeper.now()) {
            case AccountState.Online s -> true;
            case AccountState.Connecting s -> true;
            case AccountState.WaitingForNetwork s -> true;
            case AccountState.Idle s -> true;
            default -> false;
        };
    }

    /** Another account has found the network again. */
    public void wake() {
        if (keeper.now() instanceof AccountState.WaitingForNetwork waiting
                && Waking.ofNetwork(waiting.failure())) {
            calendar.in(workshop.pace().backoff().stagger(), this::lookNow);
        }
    }

    private void stop() {
        calendar.clear();
        watcher.stop();
        refreshes.leave();
        visit.stop();
    }

    /** Ends all work and does nothing any more. */
    public void retire() {
        turn.end();
        stop();
    }

    /** Removes all that is known of the account, when its work has ended. */
    void forget() {
        turn.takeLast(this::forgetNow);
    }

    private void forgetNow() {
        try {
            keeper.forget();
            parts.store().forget(id);
            parts.credentials().forget(id);
        } catch (MailException e) {
            LOG.log(Logger.Level.WARNING, "forgetting an account: " + e.getMessage());
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
        refreshes.run(monitor, () -> turn.take(monitor, () -> visit.pay(monitor, this::receive)));
    }

    private void planNext() {
        if (!turn.isOver()) {
            account().ifPresent(this::planNext);
        }
    }

    private void planNext(Account account) {
        switch (keeper.now()) {
            case AccountState.Online s -> lookLater(account);
            case AccountState.Idle s -> lookLater(account); // somebody stopped this one look
            case AccountState.WaitingForNetwork s -> calendar.at(s.next(), this::lookNow);
            default -> calendar.clearLook();
        }
    }

    private void lookLater(Account account) {
        account.sync().every().ifPresent(every -> calendar.in(every, this::lookNow));
    }

    private void receive(Account account, SessionHolder holder, Work work) throws MailException {
        boolean watches = watcher.suits(account, holder.session());
        try (Reception reception = reception(account, holder, work)) {
            moves = reception.run().moves();
        }
        if (watches) {
            watcher.start(account);
        }
    }

    /** Sends what the user did. */
    public void replay(IProgressMonitor monitor) throws MailException {
        turn.take(
                monitor,
                () -> !parts.store().intents(id).isEmpty() && visit.pay(monitor, this::replay));
    }

    private void replay(Account account, SessionHolder holder, Work work) throws MailException {
        try (Reception reception = reception(account, holder, work)) {
            reception.replay();
        }
    }

    private Reception reception(Account account, SessionHolder holder, Work work) {
        return new Reception(
                account,
                parts.store(),
                workshop.pace(),
                holder,
                urgent,
                crowd,
                work,
                this::backedOut);
    }

    /** Takes back that the user removed exactly these messages, if it was not sent yet. */
    public boolean takeBack(MailboxId mailbox, Set<String> remoteIds, IProgressMonitor monitor)
            throws MailException {
        return turn.take(monitor, () -> takeBack(mailbox, remoteIds));
    }

    private boolean takeBack(MailboxId mailbox, Set<String> remoteIds) throws MailException {
        Optional<UserIntents.Intent> unsent =
                parts.store().intents(id).stream()
                        .filter(intent -> intent.mailbox().equals(mailbox))
                        .filter(intent -> removes(intent) && !intent.sent())
                        .filter(intent -> Set.copyOf(intent.remoteIds()).equals(remoteIds))
                        .findFirst();
        if (unsent.isPresent()) {
            parts.store().backedOut(unsent.get());
        }
        return unsent.isPresent();
    }

    private static boolean removes(UserIntents.Intent intent) {
        return intent.action() instanceof Action.Delete || intent.action() instanceof Action.Move;
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
                turn.tryTo(monitor, () -> fetch(wish, monitor));
            }
            Turn.await(wish.done(), monitor);
        } finally {
            urgent.remove(wish);
        }
    }

    private Void fetch(Urgent.Wish wish, IProgressMonitor monitor) throws MailException {
        if (!wish.done().isDone() && !visit.pay(monitor, this::serve)) {
            throw new MailException(keeper.now().reason().orElseGet(this::offline));
        }
        return null;
    }

    private void serve(Account account, SessionHolder holder, Work work) throws MailException {
        urgent.serve(holder.session(), work);
    }

    private Failure offline() {
        String name = account().map(Account::name).orElse(id.value());
        return new Failure.BadSettings(Messages.format("account.offline", name));
    }
}
