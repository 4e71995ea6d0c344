package org.postern.transport;

/**
 * Stands for a state of a mailbox that was seen: UIDVALIDITY with HIGHESTMODSEQ, the set of unique
 * ids, a state string. Only the transport that made it can read it; it must treat one that it does
 * not understand as absent.
 *
 * @param value text without line breaks
 */
public record SyncToken(String value) {}
