package org.postern.demo.internal.imap;

/** What a client may switch on, RFC 5161. */
enum Feature {
    CONDSTORE("CONDSTORE"),
    QRESYNC("QRESYNC"),
    UTF8("UTF8=ACCEPT");

    private final String wireName;

    Feature(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
