package org.postern.testing;

import java.io.EOFException;
import java.io.IOException;

/** The few TLS records that a test writes and reads by hand (RFC 8446, 5.1). */
final class TlsRecords {
    private static final int HANDSHAKE = 22;
    private static final byte ALERT = 21;
    private static final byte FATAL = 2;
    private static final byte PROTOCOL_VERSION = 70;

    private TlsRecords() {}

    static void readClientHello(Wire wire) throws IOException {
        byte[] header = readOrMismatch(wire, 5);
        if (header[0] != HANDSHAKE) {
            throw new ScriptMismatch("bytes that begin no TLS handshake: " + new String(header));
        }
        readOrMismatch(wire, (header[3] & 0xff) << 8 | header[4] & 0xff);
    }

    private static byte[] readOrMismatch(Wire wire, int count) throws IOException {
        try {
            return wire.read(count);
        } catch (EOFException e) {
            throw new ScriptMismatch(e.getMessage());
        }
    }

    /** What a server that knows only TLS 1.0 answers to a client that offers 1.2 and later. */
    static byte[] protocolVersionAlert() {
        return new byte[] {ALERT, 3, 1, 0, 2, FATAL, PROTOCOL_VERSION};
    }
}
