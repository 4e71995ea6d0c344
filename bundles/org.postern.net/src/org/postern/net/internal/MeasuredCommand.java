package org.postern.net.internal;

import org.postern.net.ConnectRequest;
import org.postern.net.Connection;

import java.util.function.LongSupplier;

/** A command between its beginning and its end. What other commands move meanwhile counts too. */
final class MeasuredCommand implements Connection.Command {

    private final CommandEvent event = new CommandEvent();
    private final LongSupplier received;
    private final LongSupplier sent;
    private final long receivedBefore;
    private final long sentBefore;

    MeasuredCommand(ConnectRequest request, String verb, LongSupplier received, LongSupplier sent) {
        this.received = received;
        this.sent = sent;
        receivedBefore = received.getAsLong();
        sentBefore = sent.getAsLong();
        event.account = request.account().value();
        event.protocol = request.dialect().protocol();
        event.verb = verb;
        event.begin();
    }

    @Override
    public void outcome(String outcome) {
        event.outcome = outcome;
    }

    @Override
    public void close() {
        event.received = received.getAsLong() - receivedBefore;
        event.sent = sent.getAsLong() - sentBefore;
        event.commit();
    }
}
