package org.postern.net.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** In which order the addresses of a host are called (RFC 8305 §4). */
final class AddressOrder {

    private AddressOrder() {}

    /** IPv6 and IPv4 by turns, IPv6 first; within a family as the resolver had them. */
    static List<InetAddress> interleaved(List<InetAddress> addresses) {
        Deque<InetAddress> six = new ArrayDeque<>();
        Deque<InetAddress> four = new ArrayDeque<>();
        addresses.forEach(each -> (each instanceof Inet6Address ? six : four).add(each));
        List<InetAddress> order = new ArrayList<>(addresses.size());
        while (!six.isEmpty() || !four.isEmpty()) {
            if (!six.isEmpty()) {
                order.add(six.remove());
            }
            if (!four.isEmpty()) {
                order.add(four.remove());
            }
        }
        return order;
    }
}
