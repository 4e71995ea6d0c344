package org.postern.net.internal.sasl;

import org.postern.net.Connection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What ties a proof to a connection (RFC 5056).
 *
 * @param type its name in the GS2 header
 * @param data what both ends of the connection know
 */
public record ChannelBinding(String type, byte[] data) {

    private static final String EXPORTER = "tls-exporter";
    private static final String END_POINT = "tls-server-end-point";

    public ChannelBinding {
        Objects.requireNonNull(type, "type");
        data = data.clone();
    }

    /**
     * The connection's own: RFC 9266 where TLS 1.3 and the runtime have an exporter, else the
     * server's certificate (RFC 5929 §4).
     */
    public static Optional<ChannelBinding> of(Connection connection) {
        boolean newest = connection.posture().protocol().filter("TLSv1.3"::equals).isPresent();
        return (newest ? List.of(EXPORTER, END_POINT) : List.of(END_POINT))
                .stream().flatMap(type -> of(type, connection).stream()).findFirst();
    }

    private static Optional<ChannelBinding> of(String type, Connection connection) {
        return connection.channelBinding(type).map(data -> new ChannelBinding(type, data));
    }
}
