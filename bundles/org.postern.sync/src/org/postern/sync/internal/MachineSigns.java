package org.postern.sync.internal;

import org.postern.sync.NetworkWatch;

import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.TreeSet;

/** The addresses of this machine by which others can reach it. */
public final class MachineSigns implements NetworkWatch.Signs {

    private static final Logger LOG = System.getLogger(MachineSigns.class.getName());

    @Override
    public Set<String> addresses() {
        Set<String> found = new TreeSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(MachineSigns::leadsAway)
                    .map(InetAddress::getHostAddress)
                    .forEach(found::add);
        } catch (SocketException e) { // it cannot be asked: then there is nothing to be seen
            LOG.log(Logger.Level.DEBUG, "looking at the network", e);
        }
        return found;
    }

    /** Addresses of bridges and the like come and go with every container. */
    private static boolean leadsAway(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress();
    }
}
