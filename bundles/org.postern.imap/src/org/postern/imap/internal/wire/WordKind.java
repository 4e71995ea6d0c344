package org.postern.imap.internal.wire;

/** Where words end. More lenient than RFC 9051 §9: only what would swallow structure ends them. */
public enum WordKind {
    /** Names of attributes and flags. */
    ATOM(" ()\"[]<>{"),
    /** Mailbox names and everything else that need not be quoted. */
    ASTRING(" ()\""),
    /** The name of a response code. */
    CODE(" ]"),
    /** A part of what stands between the brackets behind BODY. */
    SECTION(" ]\"{"),
    /** All of a line. */
    LINE("");

    private final boolean[] ends = new boolean[256];

    WordKind(String stops) {
        ends['\r'] = true;
        ends['\n'] = true;
        stops.chars().forEach(c -> ends[c] = true);
    }

    boolean ends(int octet) {
        return ends[octet];
    }
}
