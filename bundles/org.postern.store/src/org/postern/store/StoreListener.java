package org.postern.store;

/**
 * Hears of what was committed, on the committing thread, in order, after it is durable. Must not
 * block.
 */
@FunctionalInterface
public interface StoreListener {

    void changed(StoreChange change);
}
