package org.postern.ui.internal.folders;

import org.postern.account.Account;

/**
 * An account in the tree. Two nodes of the same account are equal, whatever its settings, so that
 * what is open and selected survives a change.
 *
 * @param account as it is now
 */
public record AccountNode(Account account) {

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountNode node && node.account.id().equals(account.id());
    }

    @Override
    public int hashCode() {
        return account.id().hashCode();
    }
}
