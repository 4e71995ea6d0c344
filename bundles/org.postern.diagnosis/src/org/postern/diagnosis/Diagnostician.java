package org.postern.diagnosis;

import org.postern.account.Account;
import org.postern.core.Failure;

/** Turns what was seen into what it means. Works from facts alone and does not connect. */
@FunctionalInterface
public interface Diagnostician {

    /**
     * @param account as it was tried
     * @param failure what was seen
     * @return exactly one cause; never null
     */
    Diagnosis diagnose(Account account, Failure failure);
}
