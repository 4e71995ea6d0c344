package org.postern.net.internal;

import java.util.Arrays;
import java.util.Optional;

/** What the first record of a TLS server tells of its version. */
final class TlsHello {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int PROTOCOL_VERSION = 70;
    private static final int INSUFFICIENT_SECURITY = 71;
    private static final int ALERT_DESCRIPTION_AT = 6;
    private static final int MESSAGE_TYPE_AT = 5;
    private static final int LENGTH_AT = 7;
    private static final int VERSION_AT = 9;
    private static final int RANDOM_END = 43;
    private static final int SESSION_ID_LENGTH_AT = RANDOM_END;
    private static final int TLS_1_2 = 0x0303;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int RENEGOTIATION_INFO = 0xff01;

    /** So many bytes are needed to tell. */
    private static final int DECISIVE = RANDOM_END;

    /** How a server that knows TLS 1.2 marks an older answer, but for the last octet. */
    private static final byte[] DOWNGRADED = {'D', 'O', 'W', 'N', 'G', 'R', 'D'};

    private final byte[] bytes;

    TlsHello(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The server has none of the versions that it was offered (RFC 8446 §6.2). */
    boolean refusesVersions() {
        return octet(0) == ALERT && octet(ALERT_DESCRIPTION_AT) == PROTOCOL_VERSION;
    }

    /**
     * The server ended the handshake before it chose anything: it has no cipher, group or signature
     * that it was offered (RFC 5246 §7.2.2, RFC 8446 §6.2).
     */
    boolean refusesCiphers() {
        int alert = octet(ALERT_DESCRIPTION_AT);
        return octet(0) == ALERT && (alert == HANDSHAKE_FAILURE || alert == INSUFFICIENT_SECURITY);
    }

    /** The cipher that the server chose, when it is none of ours. */
    Optional<OldCipher> cipher() {
        return isServerHello() ? OldCipher.numbered(word(cipherAt())) : Optional.empty();
    }

    /** The name of the version that the server chose, when it is older than TLS 1.2. */
    Optional<String> tooOld() {
        if (!isServerHello() || word(VERSION_AT) >= TLS_1_2) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word(VERSION_AT)) {
                    case 0x0302 -> "TLS 1.1";
                    case 0x0301 -> "TLS 1.0";
                    default -> "SSL";
                });
    }

    /**
     * Like {@link #tooOld}, but empty when the server lets us know that it could do better (RFC
     * 8446 §4.1.3).
     */
    Optional<String> onlyOld() {
        int mark = RANDOM_END - DOWNGRADED.length - 1;
        boolean marked =
                bytes.length >= DECISIVE
                        && Arrays.equals(
                                bytes, mark, RANDOM_END - 1, DOWNGRADED, 0, DOWNGRADED.length);
        return tooOld().filter(version -> !marked);
    }

    /** The server answered, and not with TLS 1.3, which hides in an extension (RFC 8446 §4.2.1). */
    boolean isBefore13() {
        return refusesVersions() || isServerHello() && !hasExtension(SUPPORTED_VERSIONS);
    }

    /**
     * A server of TLS 1.2 that does not know how to tell a renegotiation from a beginning, so that
     * somebody else's words could stand before ours (RFC 5746, RFC 9325 §3.5). False before the
     * whole of its hello is there.
     */
    boolean renegotiatesUnsafely() {
        return isServerHello()
                && bytes.length >= VERSION_AT + word(LENGTH_AT)
                && word(VERSION_AT) == TLS_1_2
                && !hasExtension(SUPPORTED_VERSIONS)
                && !hasExtension(RENEGOTIATION_INFO);
    }

    private boolean isServerHello() {
        return octet(0) == HANDSHAKE && octet(MESSAGE_TYPE_AT) == SERVER_HELLO;
    }

    private boolean hasExtension(int wanted) {
        int extensions = cipherAt() + 2 + 1;
        int end = Math.min(bytes.length, extensions + 2 + word(extensions));
        int at = extensions + 2;
        while (at + 4 <= end && word(at) != wanted) {
            at += 4 + word(at + 2);
        }
        return at + 4 <= end;
    }

    private int cipherAt() {
        return SESSION_ID_LENGTH_AT + 1 + Math.max(0, octet(SESSION_ID_LENGTH_AT));
    }

    private int word(int index) {
        return octet(index) << 8 | octet(index + 1);
    }

    /** -1 where nothing came. */
    private int octet(int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }
}
