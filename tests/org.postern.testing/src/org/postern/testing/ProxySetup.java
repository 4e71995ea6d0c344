package org.postern.testing;

import org.postern.testing.Disturbance.Kind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link RecordingProxy} does to the connections that go through it. Offsets count the bytes
 * of one connection in one direction. Not safe for several threads.
 */
public final class ProxySetup {
    private final String host;
    private final int port;
    private final List<Disturbance> disturbances = new ArrayList<>();
    private boolean firstOnly;

    ProxySetup(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Closes both sides in good order when so many bytes have passed. */
    public ProxySetup cut(Direction direction, long offset) {
        return add(direction, offset, Kind.CUT);
    }

    /** Resets both sides when so many bytes have passed. */
    public ProxySetup reset(Direction direction, long offset) {
        return add(direction, offset, Kind.RESET);
    }

    /**
     * Holds that direction up when so many bytes have passed, until {@link RecordingProxy#resume}.
     */
    public ProxySetup stall(Direction direction, long offset) {
        return add(direction, offset, Kind.STALL);
    }

    /** Passes every byte on by itself once so many bytes have passed. */
    public ProxySetup trickle(Direction direction, long offset) {
        return add(direction, offset, Kind.TRICKLE);
    }

    /** Leaves the second and all further connections in peace. */
    public ProxySetup firstConnectionOnly() {
        firstOnly = true;
        return this;
    }

    private ProxySetup add(Direction direction, long offset, Kind kind) {
        disturbances.add(new Disturbance(direction, offset, kind));
        return this;
    }

    /** Opens a free port on 127.0.0.1. The caller closes the proxy. */
    public RecordingProxy start() throws IOException {
        return new RecordingProxy(this);
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    List<Disturbance> disturbancesOf(int connection) {
        return firstOnly && connection > 1 ? List.of() : List.copyOf(disturbances);
    }
}
