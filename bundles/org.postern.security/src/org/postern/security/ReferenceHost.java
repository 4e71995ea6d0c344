package org.postern.security;

import org.postern.security.internal.Idna;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host that a connection is meant for, in the form in which it is resolved, announced in TLS
 * and compared with certificates (the reference identifier of RFC 9525 §6.1). Made from what the
 * user typed and from nothing that came from the network.
 *
 * @param name lower case, ASCII (A-labels of IDNA 2008), without the root's dot; for a literal its
 *     text
 * @param address the address when the host is an IP literal, else empty
 */
public record ReferenceHost(String name, Optional<InetAddress> address) {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    public ReferenceHost {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
    }

    /**
     * Reads a host without asking the network.
     *
     * @param host as an {@link org.postern.core.Endpoint} has it
     * @throws IllegalArgumentException when it cannot be a name in DNS; the message is for people
     */
    public static ReferenceHost of(String host) {
        Optional<InetAddress> literal = literal(host);
        return new ReferenceHost(
                literal.isPresent() ? host : Idna.ascii(withoutRootDot(host)), literal);
    }

    /**
     * The octets that a certificate must have to name this address: four for IPv4 and sixteen for
     * IPv6, also where Java makes an IPv4 address of one that is mapped into IPv6.
     *
     * @return empty for a name
     */
    public Optional<byte[]> octets() {
        return address.map(InetAddress::getAddress)
                .map(
                        octets ->
                                octets.length == 4 && name.indexOf(':') >= 0
                                        ? mapped(octets)
                                        : octets);
    }

    private static byte[] mapped(byte[] ipv4) {
        byte[] ipv6 = new byte[16];
        ipv6[10] = (byte) 0xff;
        ipv6[11] = (byte) 0xff;
        System.arraycopy(ipv4, 0, ipv6, 12, ipv4.length);
        return ipv6;
    }

    /** Whether it cannot lead out of this machine (RFC 6761 §6.3 for names). */
    public static boolean isLoopback(String host) {
        String name = withoutRootDot(host).toLowerCase(Locale.ROOT);
        return literal(name)
                .map(InetAddress::isLoopbackAddress)
                .orElse(name.equals("localhost") || name.endsWith(".localhost"));
    }

    private static Optional<InetAddress> literal(String host) {
        if (host.indexOf(':') < 0 && !IPV4.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            // Neither an address nor a name: reading it as a name refuses it.
            return Optional.empty();
        }
    }

    private static String withoutRootDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
