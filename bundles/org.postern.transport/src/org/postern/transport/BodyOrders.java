package org.postern.transport;

import java.util.Collection;

/** Says bit by bit which messages of a mailbox are wanted. */
@FunctionalInterface
public interface BodyOrders {

    /**
     * What is wanted next. Asked on the thread that fetches, while earlier messages may still be
     * under way, and not again after the end.
     *
     * @return ids of messages, each once in all; empty ends it
     */
    Collection<RemoteId> next();
}
