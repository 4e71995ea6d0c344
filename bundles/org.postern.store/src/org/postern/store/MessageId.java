package org.postern.store;

/**
 * What the store knows a message by. Never used twice, also not after the message was removed.
 *
 * @param value positive
 */
public record MessageId(long value) {}
