package org.postern.message.internal.html;

import java.io.IOException;
import java.util.Optional;

/** Where a page's images come from: out of the message itself, never from elsewhere. */
@FunctionalInterface
public interface ImageSource {

    /** No images at all. */
    ImageSource NONE = reference -> Optional.empty();

    /**
     * @param reference the text of a {@code src} attribute
     * @return a {@code data:} URI of a harmless format; empty when the message has no such image
     * @throws IOException when the message's bytes cannot be read
     */
    Optional<String> dataUri(String reference) throws IOException;
}
