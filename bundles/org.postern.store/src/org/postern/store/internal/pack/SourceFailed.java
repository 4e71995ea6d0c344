package org.postern.store.internal.pack;

import java.io.IOException;

/** The bytes could not be read where they come from; nothing is wrong with this disk. */
public final class SourceFailed extends IOException {

    private static final long serialVersionUID = 1L;

    SourceFailed(IOException cause) {
        super(cause);
    }

    /** As the source threw it. */
    public IOException reason() {
        return (IOException) getCause();
    }
}
