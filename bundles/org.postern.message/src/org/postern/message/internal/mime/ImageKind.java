package org.postern.message.internal.mime;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells the image formats that are shown inside a page by their first bytes. */
public final class ImageKind {

    private ImageKind() {}

    /** The media type; empty for all other formats. */
    public static Optional<String> of(byte[] data) {
        String head = new String(data, 0, Math.min(12, data.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\211PNG\r\n\32\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\377\330\377")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        boolean webp = head.startsWith("RIFF") && head.endsWith("WEBP");
        return webp ? Optional.of("image/webp") : Optional.empty();
    }
}
