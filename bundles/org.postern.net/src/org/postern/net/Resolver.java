package org.postern.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** How a name becomes addresses. Called on a thread of its own, so it may block. */
@FunctionalInterface
public interface Resolver {

    /**
     * @param name ASCII, or an IP literal
     * @return in the order in which they are to be tried; not empty
     * @throws UnknownHostException when there is no address
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** The operating system's way. */
    static Resolver system() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
