package org.postern.imap.internal.wire;

import java.io.IOException;

/** The server sent more than one of the {@link Limits}. */
public final class LimitReached extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param limit which one, in words
     */
    public LimitReached(String limit) {
        super(limit);
    }
}
