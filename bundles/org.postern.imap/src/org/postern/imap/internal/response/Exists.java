package org.postern.imap.internal.response;

/** How many messages the mailbox has now (RFC 9051 §7.4.1). */
public record Exists(long count) implements Response {}
