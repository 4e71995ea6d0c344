package org.postern.account;

import org.postern.core.AccountId;

import java.util.Optional;

/**
 * One account came, changed or went.
 *
 * @param id whose
 * @param before empty when it is new
 * @param after empty when it was removed
 */
public record AccountChange(AccountId id, Optional<Account> before, Optional<Account> after) {}
