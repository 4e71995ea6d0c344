package org.postern.diagnosis;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Failure;

/** Turns what was seen into what it means. */
@FunctionalInterface
public interface Diagnostician {

    /**
     * Works from what is known already and does not connect; may be called on any thread.
     *
     * @param account as it was tried
     * @param failure what was seen
     * @return exactly one cause; never null
     */
    Diagnosis diagnose(Account account, Failure failure);

    /**
     * The same after a look at the other ways to the server, where that can say more. Blocks for
     * some seconds at most; later calls of {@link #diagnose} about the same failure tell the same.
     *
     * @param monitor cancelling closes all connections
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled
     */
    default Diagnosis explain(Account account, Failure failure, IProgressMonitor monitor) {
        return diagnose(account, failure);
    }
}
