package org.postern.app.internal;

import org.eclipse.core.runtime.ILog;
import org.postern.account.Account;
import org.postern.account.AccountChange;
import org.postern.account.Accounts;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.security.PinFolder;

import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Forgets which certificates an account knew and what it said when it is removed, and what trials
 * of accounts left behind that were never saved. (The engine forgets mail and secrets.)
 */
public final class AccountTraces {

    private final Accounts accounts;
    private final PinFolder pins;
    private final Consumer<AccountId> log;

    /**
     * @param log forgets what an account said
     */
    public AccountTraces(Accounts accounts, PinFolder pins, Consumer<AccountId> log) {
        this.accounts = accounts;
        this.pins = pins;
        this.log = log;
    }

    /** Sweeps, and follows the accounts from now on. */
    public void follow() throws MailException {
        accounts.addListener(this::changed);
        // A file of an account that could not be read may come back.
        if (accounts.damaged().isEmpty()) {
            pins.keepOnly(accounts.all().stream().map(Account::id).collect(Collectors.toSet()));
        }
    }

    private void changed(AccountChange change) {
        try {
            if (change.after().isEmpty()) {
                log.accept(change.id());
                pins.forget(change.id());
            }
        } catch (MailException e) {
            ILog.of(AccountTraces.class).warn(e.getMessage(), e);
        }
    }
}
