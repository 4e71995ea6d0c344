package org.postern.account;

import org.postern.core.AccountId;

import java.util.List;
import java.util.Objects;

/**
 * An account as the user set it up. Immutable; a change makes a new value under the same id.
 *
 * @param id never changes
 * @param name what the account is called on screen; not blank
 * @param identities who the user writes as, the preferred one first; may be empty
 * @param incoming where mail comes from
 * @param sync what the engine does by itself
 */
public record Account(
        AccountId id,
        String name,
        List<Identity> identities,
        ServerSettings incoming,
        SyncOptions sync) {

    public Account {
        Objects.requireNonNull(id, "id");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an account without a name: " + id);
        }
        identities = List.copyOf(identities);
        Objects.requireNonNull(incoming, "incoming");
        Objects.requireNonNull(sync, "sync");
    }

    /** The same account with other server settings. */
    public Account with(ServerSettings settings) {
        return new Account(id, name, identities, settings, sync);
    }
}
