package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** A text file beside the classes in which words between {@code @} stand for values. */
final class Template {
    private Template() {}

    static String fill(String file, Map<String, String> values) throws IOException {
        String text = read(file);
        for (var value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    private static String read(String file) throws IOException {
        try (InputStream input = Template.class.getResourceAsStream(file)) {
            if (input == null) {
                throw new IllegalStateException(file + " is missing in this bundle");
            }
            return new String(input.readAllBytes(), UTF_8);
        }
    }
}
