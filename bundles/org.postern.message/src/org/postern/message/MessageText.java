package org.postern.message;

import org.postern.message.internal.mime.TextCollector;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * All text of a message, for search: what a reader of any of its forms could see, also in attached
 * messages. Immutable.
 *
 * @param headers the message's header fields
 * @param parts texts in the order of the message
 * @param names names of attachments
 * @param attachments whether it has any
 */
public record MessageText(
        Headers headers, List<Part> parts, List<String> names, boolean attachments) {

    /**
     * A text.
     *
     * @param again whether it is another form of what came before, as HTML beside plain text is
     */
    public record Part(String text, boolean again) {
        public Part {
            Objects.requireNonNull(text, "text");
        }
    }

    public MessageText {
        Objects.requireNonNull(headers, "headers");
        parts = List.copyOf(parts);
        names = List.copyOf(names);
    }

    /**
     * Reads a message as far as it can be read; no content makes it fail.
     *
     * @param most after how many characters of text it may stop
     * @throws IOException when the source cannot be read
     */
    public static MessageText read(Bytes message, int most) throws IOException {
        return new TextCollector(most).read(message);
    }
}
