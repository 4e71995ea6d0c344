package org.postern.pop3.internal;

import org.postern.core.Failure;
import org.postern.core.Text;
import org.postern.transport.CanPeek.Glimpse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Looks with STAT and one TOP for each of the last few (RFC 1939 §5, §7). */
final class Peek {

    private static final String COUNT = "[0-9]{1,9}( .*)?";

    private Peek() {}

    static Glimpse at(LoggedIn now, int most) throws WireException {
        int messages = count(now.wire());
        List<Integer> last =
                IntStream.range(0, Math.min(most, messages)).mapToObj(i -> messages - i).toList();
        List<byte[]> newest = new ArrayList<>();
        new HeaderFetch(now.wire(), now.abilities())
                .<WireException>fetch(
                        last, (number, headers) -> headers.ifPresent(h -> newest.add(h)));
        return new Glimpse(messages, OptionalLong.empty(), newest);
    }

    private static int count(PopWire wire) throws WireException {
        PopReply reply = wire.ask("STAT");
        if (!reply.ok()) {
            throw Maildrop.refused(wire, "STAT", reply);
        }
        if (!reply.text().matches(COUNT)) {
            throw new WireException(
                    new Failure.ProtocolError(
                            wire.peer(), "a message count", Text.visible(reply.text())));
        }
        return Integer.parseInt(reply.text().split(" ")[0]);
    }
}
