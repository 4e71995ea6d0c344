package org.postern.cli.internal.sync;

import org.postern.account.Account;
import org.postern.cli.internal.Headless;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.store.StoreChange;
import org.postern.store.StoreListener;
import org.postern.sync.AccountState;
import org.postern.sync.EngineListener;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hears of what happens while accounts are synchronised, and passes it on. */
final class Follower implements AutoCloseable, EngineListener {

    private final Headless whole;
    private final List<Account> accounts;
    private final Telling telling;
    private final Map<AccountId, Failure> refused;
    private final Map<AccountId, Integer> arrived = new ConcurrentHashMap<>();
    private final Runnable activity = this::progress;
    private final StoreListener store = this::stored;

    /**
     * @param refused gets what servers would not do
     */
    Follower(
            Headless whole,
            List<Account> accounts,
            Telling telling,
            Map<AccountId, Failure> refused) {
        this.whole = whole;
        this.accounts = accounts;
        this.telling = telling;
        this.refused = refused;
        whole.store().addListener(store);
        whole.engine().addListener(this);
        whole.engine().activities().addListener(activity);
    }

    private void progress() {
        telling.progress(whole.engine().activities().now(), accounts);
    }

    private void stored(StoreChange change) {
        if (!change.added().isEmpty()) {
            arrived.merge(change.account(), change.added().size(), Integer::sum);
        }
    }

    int arrived(AccountId account) {
        return arrived.getOrDefault(account, 0);
    }

    @Override
    public void stateChanged(AccountId account, AccountState before, AccountState after) {
        // what comes of it is told when the round is over
    }

    @Override
    public void backedOut(AccountId account, Failure failure) {
        refused.put(account, failure);
        accounts.stream()
                .filter(each -> each.id().equals(account))
                .forEach(
                        each ->
                                telling.backedOut(
                                        each, whole.doctor().diagnose(each, failure).meaning()));
    }

    @Override
    public void close() {
        whole.engine().activities().removeListener(activity);
        whole.engine().removeListener(this);
        whole.store().removeListener(store);
    }
}
