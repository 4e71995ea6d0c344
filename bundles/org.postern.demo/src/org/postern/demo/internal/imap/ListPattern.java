package org.postern.demo.internal.imap;

import java.util.regex.Pattern;

/** The wildcards of LIST: {@code *} matches all, {@code %} stops at the separator. */
final class ListPattern {
    private final Pattern regex;

    ListPattern(String pattern) {
        StringBuilder text = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '*' -> text.append(".*");
                case '%' -> text.append("[^/]*");
                default -> text.append(Pattern.quote(String.valueOf(c)));
            }
        }
        boolean inbox = pattern.equalsIgnoreCase("INBOX");
        regex = Pattern.compile(text.toString(), inbox ? Pattern.CASE_INSENSITIVE : Pattern.DOTALL);
    }

    boolean matches(String name) {
        return regex.matcher(name).matches();
    }
}
