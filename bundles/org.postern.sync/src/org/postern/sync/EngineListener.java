package org.postern.sync;

import org.postern.core.AccountId;
import org.postern.store.StoreCheck;

/**
 * Hears of account states and of what the engine is doing. Called on engine threads; must not
 * block.
 */
public interface EngineListener {

    /** The account is in another state now. */
    void stateChanged(AccountId account, AccountState before, AccountState after);

    /**
     * The server of an account wants its user to be told something. It said so under protection
     * (RFC 9051 §7.1), and its text is made visible; the same words may come again and again.
     */
    default void told(AccountId account, String text) {}

    /**
     * Stored mail was found damaged. What a server still has is fetched again by itself; {@link
     * StoreCheck#losses()} says what none has.
     */
    default void damaged(StoreCheck found) {}

    /** What the user did was refused by the server and taken back. */
    void backedOut(AccountId account, org.postern.core.Failure failure);
}
