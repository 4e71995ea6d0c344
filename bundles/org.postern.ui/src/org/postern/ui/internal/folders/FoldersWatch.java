package org.postern.ui.internal.folders;

import org.postern.account.AccountChange;
import org.postern.account.AccountListener;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.store.StoreChange;
import org.postern.store.StoreListener;
import org.postern.sync.AccountState;
import org.postern.sync.EngineListener;
import org.postern.ui.Services;

/** Hears of everything that the tree shows: accounts, mail and states. */
public final class FoldersWatch
        implements AccountListener, StoreListener, EngineListener, AutoCloseable {

    private final Services services;
    private final Runnable changed;

    /**
     * Starts listening.
     *
     * @param changed called on any thread; must not block
     */
    public FoldersWatch(Services services, Runnable changed) {
        this.services = services;
        this.changed = changed;
        services.accounts().addListener(this);
        services.store().addListener(this);
        services.engine().addListener(this);
    }

    @Override
    public void accountsChanged(AccountChange change) {
        changed.run();
    }

    @Override
    public void changed(StoreChange change) {
        changed.run();
    }

    @Override
    public void stateChanged(AccountId account, AccountState before, AccountState after) {
        changed.run();
    }

    @Override
    public void backedOut(AccountId account, Failure failure) {
        changed.run();
    }

    @Override
    public void close() {
        services.accounts().removeListener(this);
        services.store().removeListener(this);
        services.engine().removeListener(this);
    }
}
