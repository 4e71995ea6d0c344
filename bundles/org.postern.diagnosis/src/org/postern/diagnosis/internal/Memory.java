package org.postern.diagnosis.internal;

import org.postern.account.Account;
import org.postern.account.ServerSettings;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.diagnosis.Sibling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the last survey of each account found, so that the same failure is told the same way
 * everywhere. Thread-safe; one entry an account.
 */
public final class Memory {

    private record Known(ServerSettings settings, Failure failure, List<Sibling> siblings) {}

    private final Map<AccountId, Known> known = new ConcurrentHashMap<>();

    public void keep(Account account, Failure failure, List<Sibling> siblings) {
        known.put(account.id(), new Known(account.incoming(), failure, siblings));
    }

    /** Empty when the failure, or what was tried, is another. */
    public List<Sibling> recall(Account account, Failure failure) {
        Known last = known.get(account.id());
        boolean same =
                last != null
                        && last.settings().equals(account.incoming())
                        && last.failure().equals(failure);
        return same ? last.siblings() : List.of();
    }
}
