package org.postern.fuzz;

import org.postern.core.Flag;
import org.postern.transport.ChangeSink;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.util.Set;

/** Hears changes and keeps nothing. */
final class Deaf implements ChangeSink {

    @Override
    public void forgotten() {
        // nothing is known
    }

    @Override
    public void added(RemoteMessage message) {
        // nothing is kept
    }

    @Override
    public void flags(RemoteId id, Set<Flag> flags) {
        // nothing is kept
    }

    @Override
    public void vanished(RemoteId id) {
        // nothing is kept
    }
}
