package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.UidSet;

import java.util.Collections;
import java.util.Iterator;

/** Sets of any size in pieces that are fit for a command, the newest of each first. */
final class Pieces implements Iterator<UidSet> {

    private final Iterator<UidSet> sets;
    private final int size;
    private Iterator<UidSet> present = Collections.emptyIterator();

    Pieces(Iterator<UidSet> sets, int size) {
        this.sets = sets;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        while (!present.hasNext() && sets.hasNext()) {
            present = sets.next().newestFirst(size, size);
        }
        return present.hasNext();
    }

    @Override
    public UidSet next() {
        return hasNext() ? present.next() : sets.next();
    }
}
