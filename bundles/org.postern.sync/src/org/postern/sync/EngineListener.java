package org.postern.sync;

import org.postern.core.AccountId;

/**
 * Hears of account states and of what the engine is doing. Called on engine threads; must not
 * block.
 */
public interface EngineListener {

    /** The account is in another state now. */
    void stateChanged(AccountId account, AccountState before, AccountState after);

    /** What the user did was refused by the server and taken back. */
    void backedOut(AccountId account, org.postern.core.Failure failure);
}
