package org.postern.account;

/**
 * Hears of accounts that were saved or removed; called on the thread that did it, after the file
 * was written.
 */
@FunctionalInterface
public interface AccountListener {

    /**
     * @param change what happened
     */
    void accountsChanged(AccountChange change);
}
