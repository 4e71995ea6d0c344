package org.postern.net.internal;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The first message of a client that knows nothing newer than TLS 1.1 (RFC 4346 §7.4.1.2). It is
 * never followed by another one; it only finds out what a server would have answered.
 */
final class OldHello {

    private static final int RANDOM = 32;
    private static final byte[] VERSION = {3, 2};
    private static final byte[] NO_SESSION = {0};
    private static final byte[] CIPHERS =
            hex("0014 c00a c014 c009 c013 0039 0033 0035 002f 000a 0005");
    private static final byte[] NO_COMPRESSION = {1, 0};
    private static final byte[] GROUPS_AND_POINT_FORMATS =
            hex("0014 000a 000a 0008 001d 0017 0018 0019 000b 0002 0100");

    private OldHello() {}

    static byte[] bytes() {
        byte[] random = new byte[RANDOM];
        new SecureRandom().nextBytes(random);
        byte[] body =
                joined(
                        VERSION,
                        random,
                        NO_SESSION,
                        CIPHERS,
                        NO_COMPRESSION,
                        GROUPS_AND_POINT_FORMATS);
        byte[] message = joined(new byte[] {1, 0}, word(body.length), body);
        return joined(new byte[] {22, 3, 1}, word(message.length), message);
    }

    private static byte[] word(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
