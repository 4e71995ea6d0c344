package org.postern.core;

import java.util.Objects;

/**
 * A host and a port: where a connection goes to.
 *
 * @param host a host name or the text form of an IP address, without brackets; never blank
 * @param port the port on that host
 */
public record Endpoint(String host, Port port) {

    public Endpoint {
        host = Hosts.checked(host);
        Objects.requireNonNull(port, "port");
    }

    /** The form in which people read it: {@code mail.example.org:993}, {@code [::1]:143}. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
