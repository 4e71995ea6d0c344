package org.postern.message.internal.header;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field's value and its parameters.
 *
 * @param value in lower case
 * @param parameters by name in lower case; texts as written, RFC 2231 undone
 */
public record Parameters(String value, Map<String, String> parameters) {

    private static final int LONGEST = 300;

    private static final Pattern NOISE = Pattern.compile("\\(.*?\\)|\\s");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[!#$&^_.+a-z0-9-]+/[!#$&^_.+a-z0-9-]+");

    public Parameters {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    private String bounded() {
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** The value as a media type; {@code text/plain} when it is none. */
    public String mediaType() {
        String type = NOISE.matcher(bounded()).replaceAll("");
        if (MEDIA_TYPE.matcher(type).matches()) {
            return type;
        }
        return type.equals("html") ? "text/html" : "text/plain";
    }
}
