package org.postern.account;

import org.postern.core.AccountId;
import org.postern.core.MailException;

import java.util.List;
import java.util.Optional;

/**
 * The accounts of this installation. Thread-safe. Reading never touches the disk after {@link
 * AccountFolder#open}; saving returns when the file is durable.
 */
public interface Accounts {

    /** All accounts, by name. */
    List<Account> all();

    /** The account with this id. */
    Optional<Account> find(AccountId id);

    /**
     * Adds the account or replaces the one with the same id.
     *
     * @throws MailException with {@link org.postern.core.Failure.LocalStorage} when it could not be
     *     written; then nothing changed
     */
    void save(Account account) throws MailException;

    /**
     * Removes the account's file. The account's mail and password are others' business.
     *
     * @throws MailException when the file could not be removed
     */
    void remove(AccountId id) throws MailException;

    /** Files that could not be read when the folder was opened. */
    List<DamagedAccount> damaged();

    void addListener(AccountListener listener);

    void removeListener(AccountListener listener);
}
