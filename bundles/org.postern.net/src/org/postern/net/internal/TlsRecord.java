package org.postern.net.internal;

import java.io.IOException;

/**
 * Follows the TLS records of an incoming stream by their headers (RFC 8446 §5.1, RFC 5246 §6.2.1).
 * It sees what was said before any key was agreed on, and later that a TLS 1.2 peer asks for
 * another handshake, which the runtime would grant.
 */
final class TlsRecord {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    static final int HEADER = 5;

    private int position;
    private int type;
    private int remaining;
    private boolean settled;

    /** Whether a byte can be the first of what a TLS server sends first. */
    static boolean isStart(int octet) {
        return octet == ALERT || octet == HANDSHAKE;
    }

    /** How long the rest of a record is; 0 when its header is not whole. */
    static int length(byte[] header) {
        return header.length < HEADER ? 0 : (header[3] & 0xff) << 8 | header[4] & 0xff;
    }

    /** From now on a handshake record is a renegotiation. TLS 1.3 disguises its own as data. */
    synchronized void settle() {
        settled = true;
    }

    /**
     * @throws IOException when the peer asks for a renegotiation
     */
    synchronized void follow(byte[] buffer, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (position < HEADER) {
                header(buffer[i] & 0xff);
            } else {
                int step = Math.min(remaining, offset + length - i);
                remaining -= step;
                i += step - 1;
            }
            if (position == HEADER && remaining == 0) {
                position = 0;
            }
        }
    }

    private void header(int octet) throws IOException {
        switch (position) {
            case 0 -> begin(octet);
            case 3 -> remaining = octet << 8;
            case 4 -> remaining |= octet;
            default -> {
                // The version; the runtime checks it.
            }
        }
        position++;
    }

    private void begin(int octet) throws IOException {
        type = octet;
        if (settled && type == HANDSHAKE) {
            throw new IOException("the server asked for a renegotiation, which is not allowed");
        }
    }
}
