package org.postern.message;

import java.util.Base64;
import java.util.Objects;

/**
 * An image that a message brings along and shows inside its text. Only formats that cannot carry
 * programs: PNG, JPEG, GIF, WebP, told by their first bytes and not by what the part claims.
 *
 * @param contentId the part's Content-ID without angle brackets, or its Content-Location
 * @param mediaType one of {@code image/png}, {@code image/jpeg}, {@code image/gif}, {@code
 *     image/webp}
 * @param data the decoded image; not to be changed
 */
public record InlineImage(String contentId, String mediaType, byte[] data) {

    public InlineImage {
        Objects.requireNonNull(contentId, "contentId");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(data, "data");
    }

    /** The image as a {@code data:} URI. */
    public String dataUri() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(data);
    }

    @Override
    public String toString() {
        return contentId + " (" + mediaType + ", " + data.length + " bytes)";
    }
}
