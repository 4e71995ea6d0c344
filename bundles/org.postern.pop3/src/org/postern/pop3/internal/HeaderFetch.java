package org.postern.pop3.internal;

import java.util.List;
import java.util.Optional;

/** Fetches header blocks by TOP, or by RETR from a server that has no TOP. */
final class HeaderFetch {

    private final PopWire wire;
    private final Abilities abilities;

    HeaderFetch(PopWire wire, Abilities abilities) {
        this.wire = wire;
        this.abilities = abilities;
    }

    /** Takes a message's header block, or nothing when the server would not give the message. */
    interface Sink<X extends Exception> {
        void header(int number, Optional<byte[]> headers) throws X;
    }

    <X extends Exception> void fetch(List<Integer> numbers, Sink<X> sink) throws WireException, X {
        if (numbers.isEmpty()) {
            return;
        }
        boolean top = abilities.known() ? abilities.has("TOP") : topWorks(numbers.getFirst());
        new Pipeline(wire, abilities)
                .<X>run(
                        top ? "TOP " : "RETR ",
                        top ? " 0" : "",
                        numbers,
                        n -> sink.header(n, read()));
    }

    /** A server without CAPA may still have TOP. */
    private boolean topWorks(int number) throws WireException {
        if (!wire.ask("TOP " + number + " 0").ok()) {
            return false;
        }
        wire.block().drain();
        return true;
    }

    private Optional<byte[]> read() throws WireException {
        if (!wire.reply().ok()) {
            return Optional.empty();
        }
        DotStream block = wire.block();
        Head head = Head.read(wire, block);
        block.drain();
        return Optional.of(head.headers());
    }
}
