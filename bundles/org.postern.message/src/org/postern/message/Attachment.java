package org.postern.message;

import org.postern.message.internal.mime.TransferDecoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * A part to be saved or opened elsewhere. It is decoded while it is read, never as a whole in
 * memory. It may be used as long as the message's bytes exist. Immutable.
 */
public final class Attachment {

    private final String name;
    private final String mediaType;
    private final Bytes encoded;
    private final TransferDecoding decoding;

    /** For the reader of messages; others get attachments from a {@link ReadableMessage}. */
    public Attachment(String name, String mediaType, Bytes encoded, TransferDecoding decoding) {
        this.name = Objects.requireNonNull(name, "name");
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.encoded = Objects.requireNonNull(encoded, "encoded");
        this.decoding = Objects.requireNonNull(decoding, "decoding");
    }

    /**
     * A file name that is safe to use in a folder of any system and unique within the message;
     * never empty.
     */
    public String name() {
        return name;
    }

    /** The declared media type in lower case, for example {@code image/png}. Only a claim. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The decoded size in bytes, for showing. Worked out from the layout of the encoded text where
     * decoding would be slow, so that irregular text makes it an estimate.
     *
     * @throws IOException when the source cannot be read
     */
    public long size() throws IOException {
        return decoding.size(encoded);
    }

    /** The decoded content; the caller closes it. */
    public InputStream open() {
        return decoding.open(encoded);
    }

    /**
     * Writes the decoded content; damaged encoding is skipped over. The caller closes the target.
     *
     * @return how many bytes were written
     * @throws IOException when the source cannot be read or the target not be written
     */
    public long writeTo(OutputStream target) throws IOException {
        try (InputStream content = open()) {
            return content.transferTo(target);
        }
    }

    @Override
    public String toString() {
        return name + " (" + mediaType + ")";
    }
}
