package org.postern.net.internal.sasl;

/** A server's message that no sound server sends. */
final class Unsound extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param what as in: the server …
     */
    Unsound(String what) {
        super(what);
    }
}
