package org.postern.security.internal;

import java.security.cert.X509Certificate;

/** The TLS feature extension of RFC 7633: a certificate that counts only with a staple. */
final class MustStaple {

    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int STATUS_REQUEST = 5;
    private static final int STATUS_REQUEST_V2 = 17;

    private MustStaple() {}

    static boolean isDemanded(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(TLS_FEATURE);
        return value != null && demands(value);
    }

    /** An octet string around a sequence of small integers; what is longer than that demands. */
    private static boolean demands(byte[] der) {
        boolean plain =
                der.length >= 4
                        && der[0] == OCTET_STRING
                        && der[1] == der.length - 2
                        && der[2] == SEQUENCE
                        && der[3] == der.length - 4;
        if (!plain) {
            return true;
        }
        for (int at = 4; at < der.length; at += 3) {
            if (isDemand(der, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDemand(byte[] der, int at) {
        boolean number = at + 3 <= der.length && der[at] == INTEGER && der[at + 1] == 1;
        return !number || der[at + 2] == STATUS_REQUEST || der[at + 2] == STATUS_REQUEST_V2;
    }
}
