package org.postern.diagnosis.internal;

import org.postern.account.Account;
import org.postern.account.ServerSettings;
import org.postern.core.AccountId;
import org.postern.core.Failure;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was seen around the last failure of each account, so that the same failure is told the same
 * way everywhere. Thread-safe; one entry an account.
 */
public final class Memory {

    private record Known(ServerSettings settings, Failure failure, Surroundings seen) {}

    private final Map<AccountId, Known> known = new ConcurrentHashMap<>();

    public void keep(Account account, Failure failure, Surroundings seen) {
        known.put(account.id(), new Known(account.incoming(), failure, seen));
    }

    /** Nothing when the failure, or what was tried, is another. */
    public Surroundings recall(Account account, Failure failure) {
        return Optional.ofNullable(known.get(account.id()))
                .filter(last -> last.settings().equals(account.incoming()))
                .filter(last -> last.failure().equals(failure))
                .map(Known::seen)
                .orElse(Surroundings.UNSEEN);
    }
}
