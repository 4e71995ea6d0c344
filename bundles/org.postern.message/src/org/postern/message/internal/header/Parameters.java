package org.postern.message.internal.header;

import java.util.Map;
import java.util.Optional;

/**
 * A field's value and its parameters.
 *
 * @param value in lower case
 * @param parameters by name in lower case; texts as written, RFC 2231 undone
 */
public record Parameters(String value, Map<String, String> parameters) {

    public Parameters {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    /** The value as a media type; {@code text/plain} when it is none. */
    public String mediaType() {
        String type = value.replaceAll("\\(.*?\\)|\\s", "");
        if (type.matches("[!#$&^_.+a-z0-9-]+/[!#$&^_.+a-z0-9-]+")) {
            return type;
        }
        return type.equals("html") ? "text/html" : "text/plain";
    }
}
