package org.postern.message.internal.mime;

import org.postern.message.internal.Messages;

import java.util.Map;

/** Names for parts that come without one. */
final class DefaultNames {

    private static final Map<String, String> EXTENSIONS =
            Map.ofEntries(
                    Map.entry("text/plain", ".txt"),
                    Map.entry("text/html", ".html"),
                    Map.entry("text/csv", ".csv"),
                    Map.entry("text/calendar", ".ics"),
                    Map.entry("application/ics", ".ics"),
                    Map.entry("text/vcard", ".vcf"),
                    Map.entry("text/x-vcard", ".vcf"),
                    Map.entry("text/x-patch", ".patch"),
                    Map.entry("message/rfc822", ".eml"),
                    Map.entry("message/delivery-status", ".txt"),
                    Map.entry("text/rfc822-headers", ".txt"),
                    Map.entry("image/png", ".png"),
                    Map.entry("image/jpeg", ".jpg"),
                    Map.entry("image/gif", ".gif"),
                    Map.entry("image/webp", ".webp"),
                    Map.entry("image/svg+xml", ".svg"),
                    Map.entry("application/pdf", ".pdf"),
                    Map.entry("application/zip", ".zip"),
                    Map.entry("application/json", ".json"),
                    Map.entry("application/pkcs7-mime", ".p7m"),
                    Map.entry("application/pgp-encrypted", ".asc"),
                    Map.entry("audio/mpeg", ".mp3"));

    private DefaultNames() {}

    static String of(String mediaType) {
        return Messages.of(word(mediaType)) + EXTENSIONS.getOrDefault(mediaType, "");
    }

    private static String word(String mediaType) {
        return switch (mediaType) {
            case "text/calendar", "application/ics" -> "invitation";
            case "message/rfc822" -> "message";
            default -> mediaType.startsWith("image/") ? "image" : "attachment";
        };
    }
}
