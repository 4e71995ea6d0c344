package org.postern.bench;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.store.StoreChange;
import org.postern.store.StoreListener;
import org.postern.sync.AccountState;
import org.postern.sync.EngineListener;

/** Times the way from the login to the first rows of a list. */
final class FirstRows implements EngineListener, StoreListener {

    private volatile long online;
    private volatile long first;

    @Override
    public void stateChanged(AccountId account, AccountState before, AccountState after) {
        if (after instanceof AccountState.Online && online == 0) {
            online = System.nanoTime();
        }
    }

    @Override
    public void backedOut(AccountId account, Failure failure) {
        throw new IllegalStateException(failure.toString());
    }

    @Override
    public void changed(StoreChange change) {
        if (!change.added().isEmpty() && first == 0) {
            first = System.nanoTime();
        }
    }

    /** Seconds in between. */
    double seconds() {
        return (first - online) / 1e9;
    }
}
