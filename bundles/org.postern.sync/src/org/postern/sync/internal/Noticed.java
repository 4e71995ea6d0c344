package org.postern.sync.internal;

import org.postern.core.Flag;
import org.postern.transport.ChangeSink;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.util.Set;

/** Notices whether there is any change, and stores none. */
final class Noticed implements ChangeSink {

    private boolean anything;

    boolean anything() {
        return anything;
    }

    @Override
    public void forgotten() {
        anything = true;
    }

    @Override
    public void added(RemoteMessage message) {
        anything = true;
    }

    /** A server without a journal of changes repeats the flags that are known. */
    @Override
    public void flags(RemoteId id, Set<Flag> flags) {}

    @Override
    public void vanished(RemoteId id) {
        anything = true;
    }
}
