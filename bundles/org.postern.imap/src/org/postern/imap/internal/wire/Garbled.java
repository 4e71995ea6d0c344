package org.postern.imap.internal.wire;

import java.io.IOException;

/** The server said something that the grammar of RFC 9051 §9 does not know. */
public final class Garbled extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what was expected or found; holds nothing that the server said
     */
    public Garbled(String what) {
        super(what);
    }
}
