package org.postern.message.internal.mime;

import org.postern.message.Bytes;
import org.postern.message.Headers;
import org.postern.message.internal.header.EncodedWords;
import org.postern.message.internal.header.ParameterReader;
import org.postern.message.internal.header.Parameters;
import org.postern.message.internal.header.RawText;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A node of the MIME tree.
 *
 * @param body the encoded body, also of a multipart
 * @param children the parts of a multipart that was split; empty for all else
 */
public record Entity(Headers headers, String mediaType, Bytes body, List<Entity> children) {

    public Entity {
        children = List.copyOf(children);
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    Parameters contentType() {
        return ParameterReader.read(headers.firstRaw("Content-Type").orElse(""));
    }

    Optional<String> charset() {
        return contentType().parameter("charset");
    }

    TransferDecoding decoding() {
        return headers.firstRaw("Content-Transfer-Encoding")
                .map(TransferDecoding::named)
                .orElse(TransferDecoding.NONE);
    }

    boolean isAttachment() {
        return disposition().value().equals("attachment");
    }

    /** The file name that the part asks for; not to be trusted. */
    Optional<String> fileName() {
        return disposition()
                .parameter("filename")
                .or(() -> contentType().parameter("name"))
                .map(raw -> EncodedWords.decode(RawText.decode(raw, Optional.empty())));
    }

    /** The Content-ID without angle brackets, in the form a {@code cid:} link is compared with. */
    Optional<String> contentId() {
        return headers.firstRaw("Content-ID")
                .map(id -> id.replaceAll("[<>\\s]", ""))
                .filter(id -> !id.isEmpty());
    }

    private Parameters disposition() {
        Parameters read = ParameterReader.read(headers.firstRaw("Content-Disposition").orElse(""));
        return new Parameters(read.value().strip().toLowerCase(Locale.ROOT), read.parameters());
    }
}
