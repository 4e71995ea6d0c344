package org.postern.net;

/** Looks on while a connection is made. Called on the connecting thread; it must be quick. */
@FunctionalInterface
public interface ConnectionObserver {

    /** Nobody looks on. */
    ConnectionObserver NOBODY = seen -> {};

    void seen(Observation seen);
}
