package org.postern.store.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of messages that say what they are made of. */
final class Fingerprint {

    private static final String MARK = "import:";

    /** Half of a SHA-256: nobody is to be kept from making two that agree, only chance. */
    private static final int BYTES = 16;

    private Fingerprint() {}

    static boolean isOne(String name) {
        return name.startsWith(MARK);
    }

    /** The same message under the name that its bytes give it. */
    static FoundMessage of(FoundMessage message) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(message.bytes().open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String name = MARK + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        return new FoundMessage(
                name, message.flags(), message.received(), message.size(), message.bytes());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
