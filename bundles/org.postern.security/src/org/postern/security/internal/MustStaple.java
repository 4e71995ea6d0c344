package org.postern.security.internal;

import java.math.BigInteger;
import java.security.cert.X509Certificate;

/** The TLS feature extension of RFC 7633: a certificate that counts only with a staple. */
final class MustStaple {

    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    private static final int INTEGER = 0x02;
    private static final int STATUS_REQUEST = 5;
    private static final int STATUS_REQUEST_V2 = 17;

    private MustStaple() {}

    static boolean isDemanded(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(TLS_FEATURE);
        return value != null && demands(value);
    }

    /** What cannot be read may be the demand. */
    private static boolean demands(byte[] extension) {
        try {
            DerReader features = new DerReader(extension).enter().enter();
            boolean demanded = false;
            while (features.hasNext()) {
                demanded |= isDemand(features.next());
            }
            return demanded;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean isDemand(DerReader.Item feature) {
        int number = new BigInteger(feature.content()).intValue();
        return feature.tag() != INTEGER || number == STATUS_REQUEST || number == STATUS_REQUEST_V2;
    }
}
