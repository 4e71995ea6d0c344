package org.postern.net.internal;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The first message of a client that is content with what Postern refuses (RFC 4346 §7.4.1.2, RFC
 * 5246 §7.4.1.2). It is never followed by another one; it only finds out what a server would have
 * answered.
 */
final class OldHello {

    private static final int RANDOM = 32;
    private static final byte[] NO_SESSION = {0};
    private static final byte[] NO_COMPRESSION = {1, 0};
    private static final String GROUPS_AND_POINT_FORMATS =
            "000a 000a 0008 001d 0017 0018 0019 000b 0002 0100";
    private static final String SIGNATURES =
            "000d 0014 0012 0403 0503 0603 0804 0401 0501 0601 0203 0201";

    private OldHello() {}

    /** Of a client that knows nothing newer than TLS 1.1. */
    static byte[] version11() {
        return bytes(new byte[] {3, 2}, "0014" + GROUPS_AND_POINT_FORMATS);
    }

    /** Of a client that knows TLS 1.2 and takes nearly any cipher. */
    static byte[] version12() {
        return bytes(new byte[] {3, 3}, "002c" + GROUPS_AND_POINT_FORMATS + SIGNATURES);
    }

    private static byte[] bytes(byte[] version, String extensions) {
        byte[] random = new byte[RANDOM];
        new SecureRandom().nextBytes(random);
        byte[] body =
                joined(
                        version,
                        random,
                        NO_SESSION,
                        OldCipher.list(),
                        NO_COMPRESSION,
                        hex(extensions));
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
