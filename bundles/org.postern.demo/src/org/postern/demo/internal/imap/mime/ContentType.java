package org.postern.demo.internal.imap.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type or Content-Disposition field taken apart, RFC 2045 section 5.
 *
 * @param value in lower case, such as {@code text/plain}
 * @param parameters by name in lower case, as they are written
 */
public record ContentType(String value, Map<String, String> parameters) {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^\\s=;]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

    public static ContentType parse(String field) {
        int end = field.indexOf(';') < 0 ? field.length() : field.indexOf(';');
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(field);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String text = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), text);
        }
        String value = field.substring(0, end).strip().toLowerCase(Locale.ROOT);
        return new ContentType(value, parameters);
    }

    public boolean multipart() {
        return value.startsWith("multipart/") && parameters.containsKey("boundary");
    }

    public boolean message() {
        return value.equals("message/rfc822");
    }

    /** What stands before the slash. */
    public String type() {
        return value.contains("/") ? value.substring(0, value.indexOf('/')) : "text";
    }

    /** What stands behind the slash. */
    public String subtype() {
        return value.contains("/") ? value.substring(value.indexOf('/') + 1) : "plain";
    }
}
