package org.postern.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line with placeholders: {@code {name}} is one word, {@code {name...}} any text. */
final class LinePattern {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]\\w*)(\\.\\.\\.)?\\}");

    private final Pattern pattern;
    private final Map<String, Integer> groups = new LinkedHashMap<>();

    LinePattern(String line) {
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(line);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(line.substring(end, matcher.start())));
            regex.append(group(matcher.group(1), matcher.group(2) != null));
            end = matcher.end();
        }
        pattern = Pattern.compile(regex + Pattern.quote(line.substring(end)), Pattern.DOTALL);
    }

    private String group(String name, boolean anyText) {
        Integer earlier = groups.putIfAbsent(name, groups.size() + 1);
        if (earlier != null) {
            return "\\" + earlier + "(?:)";
        }
        return anyText ? "(.*)" : "(\\S+)";
    }

    /** What the placeholders stand for, or nothing when the line is another one. */
    Optional<Map<String, String>> match(String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        groups.forEach((name, group) -> values.put(name, matcher.group(group)));
        return Optional.of(values);
    }

    /**
     * Puts values in the place of placeholders; an unknown placeholder is a mistake of the test.
     */
    static String fill(String line, Map<String, String> values) {
        return PLACEHOLDER.matcher(line).replaceAll(m -> value(line, m.group(1), values));
    }

    private static String value(String line, String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("Nothing came for {" + name + "} in: " + line);
        }
        return Matcher.quoteReplacement(value);
    }
}
