package org.postern.store;

/**
 * What the store knows a mailbox by, over all accounts. Never used twice.
 *
 * @param value positive
 */
public record MailboxId(long value) {}
