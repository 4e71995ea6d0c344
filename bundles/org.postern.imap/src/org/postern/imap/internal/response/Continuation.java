package org.postern.imap.internal.response;

/** The server waits for more of a command (RFC 9051 §7.6). */
public record Continuation(String text) implements Response {}
