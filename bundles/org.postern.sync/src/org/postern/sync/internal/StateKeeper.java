package org.postern.sync.internal;

import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.sync.AccountStates;
import org.postern.sync.RefusedDowngrade;

import java.lang.System.Logger;
import java.util.Optional;

/** An account's state as it is now: takes events in, remembers what lasts, tells the listeners. */
final class StateKeeper {

    private static final Logger LOG = System.getLogger(StateKeeper.class.getName());

    private final AccountId account;
    private final AccountStates states;
    private final StateFolder folder;
    private final Workshop workshop;
    private volatile AccountState state;
    private Optional<String> proven;
    private volatile Optional<RefusedDowngrade> refused;
    private StateFolder.Remembered written;

    StateKeeper(AccountId account, AccountStates states, StateFolder folder, Workshop workshop) {
        this.account = account;
        this.states = states;
        this.folder = folder;
        this.workshop = workshop;
        this.written = folder.read(account);
        this.state = written.state();
        this.proven = written.proven();
        this.refused = written.refused();
    }

    /** Without waiting. */
    AccountState now() {
        return state;
    }

    /** Takes an event in; listeners hear of changes in their order. */
    synchronized AccountState happen(AccountEvent event) {
        noteRefusal(event);
        AccountState before = state;
        state = states.next(before, event);
        if (!state.equals(before)) {
            remember();
            AccountState after = state;
            workshop.tell(listener -> listener.stateChanged(account, before, after));
        }
        return state;
    }

    private void noteRefusal(AccountEvent event) {
        if (event instanceof AccountEvent.Failed failed
                && failed.wantsProtection()
                && RefusedDowngrade.isOne(failed.failure())) {
            refused = Optional.of(new RefusedDowngrade(failed.failure(), workshop.now()));
            remember();
        }
    }

    /** The last time that less protection was refused; without waiting. */
    Optional<RefusedDowngrade> refused() {
        return refused;
    }

    /** These settings have worked. */
    synchronized void proven(String fingerprint) {
        if (!proven.equals(Optional.of(fingerprint))) {
            proven = Optional.of(fingerprint);
            remember();
        }
    }

    synchronized boolean isProven(String fingerprint) {
        return proven.equals(Optional.of(fingerprint));
    }

    private void remember() {
        StateFolder.Remembered now = StateFolder.Remembered.of(state, proven, refused);
        if (now.equals(written)) {
            return;
        }
        try {
            folder.write(account, now);
            written = now;
        } catch (MailException e) {
            LOG.log(Logger.Level.WARNING, e.getMessage());
        }
    }

    void forget() {
        folder.forget(account);
    }
}
