package org.postern.security.internal;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The octets of the IP addresses in a subject alternative name (RFC 5280 §4.2.1.6). The runtime
 * gives them as text, in which an IPv4 address and the same one mapped into IPv6 look alike.
 */
final class AddressNames {

    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    private static final int IP_ADDRESS = 0x87;

    private AddressNames() {}

    static List<byte[]> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(SUBJECT_ALTERNATIVE_NAME);
        List<byte[]> found = new ArrayList<>();
        if (extension != null) {
            DerReader names = new DerReader(extension).enter().enter();
            while (names.hasNext()) {
                DerReader.Item name = names.next();
                if (name.tag() == IP_ADDRESS) {
                    found.add(name.content());
                }
            }
        }
        return found;
    }
}
