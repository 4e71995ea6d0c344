package org.postern.net.internal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ciphers that Postern never agrees to, by their numbers. They are named to a server only to find
 * out what it has instead of a sound one.
 */
enum OldCipher {
    TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA(0xc014),
    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA(0xc00a),
    TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA(0xc013),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA(0xc009),
    TLS_DHE_RSA_WITH_AES_256_CBC_SHA(0x0039),
    TLS_DHE_RSA_WITH_AES_128_CBC_SHA(0x0033),
    TLS_RSA_WITH_AES_256_CBC_SHA(0x0035),
    TLS_RSA_WITH_AES_128_CBC_SHA(0x002f),
    TLS_RSA_WITH_3DES_EDE_CBC_SHA(0x000a),
    TLS_RSA_WITH_RC4_128_SHA(0x0005),
    TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384(0xc028),
    TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384(0xc024),
    TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256(0xc027),
    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(0xc023),
    TLS_DHE_RSA_WITH_AES_256_GCM_SHA384(0x009f),
    TLS_DHE_RSA_WITH_AES_128_GCM_SHA256(0x009e),
    TLS_DHE_RSA_WITH_AES_128_CBC_SHA256(0x0067),
    TLS_RSA_WITH_AES_256_GCM_SHA384(0x009d),
    TLS_RSA_WITH_AES_128_GCM_SHA256(0x009c),
    TLS_RSA_WITH_AES_256_CBC_SHA256(0x003d),
    TLS_RSA_WITH_AES_128_CBC_SHA256(0x003c);

    private final int number;

    OldCipher(int number) {
        this.number = number;
    }

    static Optional<OldCipher> numbered(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }

    /** As a list in a ClientHello, with its length. */
    static byte[] list() {
        OldCipher[] all = values();
        byte[] list = new byte[2 + 2 * all.length];
        list[1] = (byte) (2 * all.length);
        for (int i = 0; i < all.length; i++) {
            list[2 + 2 * i] = (byte) (all[i].number >> 8);
            list[3 + 2 * i] = (byte) all[i].number;
        }
        return list;
    }
}
