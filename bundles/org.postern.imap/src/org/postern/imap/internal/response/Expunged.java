package org.postern.imap.internal.response;

/** The message with this sequence number is gone (RFC 9051 §7.5.1). */
public record Expunged(long sequence) implements Response {}
