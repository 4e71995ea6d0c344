package org.postern.pop3.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ids for a server without UIDL: a digest of a message's header and size, which last as long as the
 * message does.
 */
final class HeaderHashes {

    private static final String PREFIX = "sha256:";

    private HeaderHashes() {}

    static Map<Integer, String> read(PopWire wire, Abilities abilities, Map<Integer, Long> sizes)
            throws WireException {
        Map<Integer, String> ids = new LinkedHashMap<>();
        new HeaderFetch(wire, abilities)
                .fetch(
                        List.copyOf(sizes.keySet()),
                        (number, headers) -> ids.put(number, id(headers, sizes.get(number))));
        return ids;
    }

    private static String id(Optional<byte[]> headers, long size) {
        MessageDigest digest = sha256();
        digest.update(headers.orElse(new byte[0]));
        return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, 20) + "-" + size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
