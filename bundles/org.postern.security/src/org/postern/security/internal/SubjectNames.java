package org.postern.security.internal;

import org.postern.security.ReferenceHost;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a certificate is made out to, as far as RFC 9525 lets it count: DNS-IDs and IP-IDs of the
 * subject alternative name. The common name, URIs and everything else are not looked at.
 */
record SubjectNames(List<String> dns, List<String> addresses) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final String WILDCARD = "*.";
    private static final Pattern IP_TEXT = Pattern.compile("[0-9A-Fa-f:.]+");

    static SubjectNames of(X509Certificate certificate) {
        SubjectNames names = new SubjectNames(new ArrayList<>(), new ArrayList<>());
        try {
            Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
            if (entries != null) {
                entries.forEach(names::add);
            }
        } catch (CertificateParsingException e) {
            // Names that cannot be read name nobody.
            return new SubjectNames(List.of(), List.of());
        }
        return names;
    }

    private void add(List<?> entry) {
        if (entry.get(0) instanceof Integer type && entry.get(1) instanceof String value) {
            if (type == DNS_NAME) {
                dns.add(value.toLowerCase(Locale.ROOT));
            } else if (type == IP_ADDRESS) {
                addresses.add(value);
            }
        }
    }

    List<String> all() {
        return Stream.concat(dns.stream(), addresses.stream()).toList();
    }

    boolean match(ReferenceHost host) {
        return host.address()
                .map(address -> addresses.stream().anyMatch(text -> isAddress(text, address)))
                .orElseGet(() -> dns.stream().anyMatch(name -> matches(name, host.name())));
    }

    /** Octet for octet (RFC 9525 §6.4); the text forms of an IPv6 address differ. */
    private static boolean isAddress(String text, InetAddress wanted) {
        if (!IP_TEXT.matcher(text).matches()) {
            return false;
        }
        try {
            return ReferenceHost.of(text).address().map(a -> sameOctets(a, wanted)).orElse(false);
        } catch (IllegalArgumentException e) {
            // The runtime gave a text that is no address; then it is not the wanted one either.
            return false;
        }
    }

    private static boolean sameOctets(InetAddress a, InetAddress b) {
        return Arrays.equals(a.getAddress(), b.getAddress());
    }

    /** RFC 9525 §6.3. */
    static boolean matches(String presented, String host) {
        if (presented.startsWith(WILDCARD)) {
            return matchesBelow(presented.substring(WILDCARD.length()), host);
        }
        return presented.indexOf('*') < 0 && presented.equals(host);
    }

    /** A wildcard stands for one label, and never for all names of a top-level domain. */
    private static boolean matchesBelow(String parent, String host) {
        int dot = host.indexOf('.');
        return parent.indexOf('*') < 0
                && parent.indexOf('.') > 0
                && dot > 0
                && host.substring(dot + 1).equals(parent);
    }
}
