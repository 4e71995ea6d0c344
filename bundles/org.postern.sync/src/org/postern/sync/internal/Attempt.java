package org.postern.sync.internal;

import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.net.Posture;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.transport.ConnectionPlan;

import java.util.Optional;

/** One attempt to use an account, told to its state as it goes. */
final class Attempt {

    private final Account account;
    private final StateKeeper keeper;
    private Optional<ConnectionPlan> plan = Optional.empty();

    Attempt(Account account, StateKeeper keeper) {
        this.account = account;
        this.keeper = keeper;
    }

    void planned(ConnectionPlan made) {
        plan = Optional.of(made);
    }

    /** Logged in. When the account went offline or changed meanwhile, the attempt ends here. */
    void opened(Optional<Posture> posture) {
        AccountState state = keeper.happen(new AccountEvent.Opened(posture));
        if (!(state instanceof AccountState.Online)) {
            throw new OperationCanceledException();
        }
        keeper.proven(plan.orElseThrow().fingerprint());
    }

    /**
     * @return what is to be thrown
     * @throws OperationCanceledException when it failed only because it was stopped
     */
    MailException failed(MailException e, Work work) {
        if (work.isCanceled()) {
            abandoned();
            throw new OperationCanceledException();
        }
        boolean proven = plan.map(made -> keeper.isProven(made.fingerprint())).orElse(false);
        boolean wantsProtection =
                plan.map(made -> made.security().isProtected())
                        .orElse(account.incoming().security().isProtected());
        keeper.happen(new AccountEvent.Failed(e.failure(), proven, wantsProtection));
        return e;
    }

    void abandoned() {
        keeper.happen(new AccountEvent.Abandoned());
    }
}
