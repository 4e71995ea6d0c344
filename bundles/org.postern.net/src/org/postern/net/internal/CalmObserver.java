package org.postern.net.internal;

import org.postern.net.ConnectionObserver;
import org.postern.net.Observation;

/** Whoever looks on cannot disturb: an observer that fails is left alone with its failure. */
record CalmObserver(ConnectionObserver observer) implements ConnectionObserver {

    private static final System.Logger LOG = System.getLogger(CalmObserver.class.getName());

    @Override
    public void seen(Observation seen) {
        try {
            observer.seen(seen);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "an observer of a connection failed", e);
        }
    }
}
