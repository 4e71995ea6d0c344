package org.postern.store.internal;

import java.io.IOException;

/** A file of the store that is not as the store left it. */
public final class DamagedFile extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedFile(String message) {
        super(message);
    }

    public DamagedFile(String message, Throwable cause) {
        super(message, cause);
    }
}
