package org.postern.security.internal;

/** A client certificate cannot be used; the message is for people and holds no secret. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String key, Object... values) {
        super(Messages.text(key, values));
    }
}
