package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Bytes in the order in which they came. Safe for any thread. */
public final class Recording {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Recording() {}

    synchronized void add(int octet) {
        bytes.write(octet);
    }

    synchronized void add(byte[] source, int offset, int length) {
        bytes.write(source, offset, length);
    }

    /** A copy of all that came so far. */
    public synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    /** How many bytes came so far. */
    public synchronized int size() {
        return bytes.size();
    }

    /** All that came so far, read as UTF-8. */
    public String text() {
        return new String(bytes(), UTF_8);
    }

    /**
     * Fails if the secret can be read in this recording: as it is, or in Base64 at any of the three
     * alignments at which an authentication exchange may carry it.
     *
     * @throws AssertionError which names the form that was found, but not the secret
     */
    public void assertNever(String secret) {
        new SecretSearch(secret).assertAbsent("the recording", bytes());
    }

    @Override
    public String toString() {
        return "Recording[" + size() + " bytes]";
    }
}
