package org.postern.imap.internal.response;

/**
 * A response that nobody here asks for, or one that could not be understood and was passed over.
 *
 * @param name what kind it is; empty when even that was not clear
 */
public record Other(String name) implements Response {}
