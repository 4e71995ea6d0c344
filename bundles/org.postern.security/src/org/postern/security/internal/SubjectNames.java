package org.postern.security.internal;

import org.postern.security.ReferenceHost;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a certificate is made out to, as far as RFC 9525 lets it count: DNS-IDs and IP-IDs of the
 * subject alternative name. The common name, URIs and everything else are not looked at.
 */
record SubjectNames(List<String> dns, List<String> addresses, List<byte[]> octets) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final String WILDCARD = "*.";

    static SubjectNames of(X509Certificate certificate) {
        try {
            SubjectNames names =
                    new SubjectNames(
                            new ArrayList<>(), new ArrayList<>(), AddressNames.of(certificate));
            Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
            if (entries != null) {
                entries.forEach(names::add);
            }
            return names;
        } catch (CertificateParsingException | IllegalArgumentException e) {
            // Names that cannot be read name nobody.
            return new SubjectNames(List.of(), List.of(), List.of());
        }
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

    /** An address is compared octet for octet (RFC 9525 §6.4). */
    boolean match(ReferenceHost host) {
        return host.octets()
                .map(wanted -> octets.stream().anyMatch(each -> Arrays.equals(each, wanted)))
                .orElseGet(() -> dns.stream().anyMatch(name -> matches(name, host.name())));
    }

    /** RFC 9525 §6.3. */
    static boolean matches(String presented, String host) {
        if (presented.startsWith(WILDCARD)) {
            return matchesBelow(presented.substring(WILDCARD.length()), host);
        }
        return presented.indexOf('*') < 0 && presented.equals(host);
    }

    /** A wildcard stands for one label, and never for all names that a registry gives away. */
    private static boolean matchesBelow(String parent, String host) {
        int dot = host.indexOf('.');
        return parent.indexOf('*') < 0
                && dot > 0
                && host.substring(dot + 1).equals(parent)
                && !PublicSuffixes.contain(parent);
    }
}
