package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.BodyOrders;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Orders as they are given, looked at no earlier than the next command is to be made of them. */
final class Ordered implements Iterator<UidSet> {

    private final BodyOrders orders;
    private UidSet next = UidSet.EMPTY;
    private boolean ended;

    Ordered(BodyOrders orders) {
        this.orders = orders;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = Ids.uids(orders.next());
            ended = next.isEmpty();
        }
        return !ended;
    }

    @Override
    public UidSet next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        UidSet uids = next;
        next = UidSet.EMPTY;
        return uids;
    }
}
