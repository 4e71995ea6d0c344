package org.postern.store.internal.pack;

import java.io.IOException;

/** The bytes in a pack are not those that were stored. */
public final class DamagedEntry extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedEntry(PackEntry entry) {
        super("pack " + entry.pack() + " is damaged at " + entry.position());
    }
}
