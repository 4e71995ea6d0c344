package org.postern.cli.internal.sync;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.account.SyncOptions;
import org.postern.cli.internal.Headless;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.store.StoreChange;
import org.postern.store.StoreListener;
import org.postern.sync.AccountState;
import org.postern.sync.EngineListener;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps accounts up to date until somebody ends it. */
final class Watching implements EngineListener {

    /** Between looks at whether somebody wants it to end: a monitor cannot be waited for. */
    private static final long LOOK_MILLIS = 500;

    private final Headless whole;
    private final List<Account> accounts;
    private final Telling telling;
    private final IProgressMonitor monitor;

    Watching(Headless whole, List<Account> accounts, Telling telling, IProgressMonitor monitor) {
        this.whole = whole;
        this.accounts = accounts;
        this.telling = telling;
        this.monitor = monitor;
    }

    /** The account as one that looks by itself, for that is what was asked for. */
    static Account watched(Account account) {
        SyncOptions options = account.sync();
        SyncOptions watching =
                new SyncOptions(
                        options.every().or(SyncOptions.DEFAULT::every),
                        options.removal(),
                        options.keepDays());
        return new Account(
                account.id(), account.name(), account.identities(), account.incoming(), watching);
    }

    void run() {
        Runnable activity = () -> telling.progress(whole.engine().activities().now(), accounts);
        StoreListener store = this::stored;
        whole.engine().addListener(this);
        whole.engine().activities().addListener(activity);
        whole.store().addListener(store);
        try {
            accounts.forEach(account -> state(account, whole.engine().state(account.id())));
            whole.engine().start();
            waitForTheEnd();
        } finally {
            whole.store().removeListener(store);
            whole.engine().activities().removeListener(activity);
            whole.engine().removeListener(this);
        }
    }

    private void waitForTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!monitor.isCanceled()) {
                never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void of(AccountId id, Consumer<Account> news) {
        accounts.stream().filter(account -> account.id().equals(id)).forEach(news);
    }

    private void stored(StoreChange change) {
        if (!change.added().isEmpty()) {
            of(change.account(), account -> telling.arrived(account, change.added().size()));
        }
    }

    @Override
    public void stateChanged(AccountId id, AccountState before, AccountState after) {
        of(id, account -> state(account, after));
    }

    private void state(Account account, AccountState state) {
        telling.state(account, state, sentence(account, state));
    }

    private String sentence(Account account, AccountState state) {
        return state.reason()
                .map(failure -> whole.doctor().diagnose(account, failure).meaning())
                .orElse("");
    }

    @Override
    public void backedOut(AccountId id, Failure failure) {
        of(
                id,
                account ->
                        telling.backedOut(
                                account, whole.doctor().diagnose(account, failure).meaning()));
    }
}
