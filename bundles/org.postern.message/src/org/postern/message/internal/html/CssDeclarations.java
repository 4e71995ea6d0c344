package org.postern.message.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters a list of CSS declarations, as in a style attribute. */
final class CssDeclarations {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_VALUE = 1000;
    private static final Pattern REMOTE =
            Pattern.compile(
                    "(?:url|image|image-set|cross-fade|src)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLOUR =
            Pattern.compile(
                    "#[0-9a-f]{3,8}|rgba?\\([0-9.,%/ ]{1,60}\\)|\\b[a-z]{3,24}\\b",
                    Pattern.CASE_INSENSITIVE);

    private CssDeclarations() {}

    static Css filter(String style) {
        StringBuilder text = new StringBuilder();
        int blocked = 0;
        boolean coloured = false;
        for (String declaration : split(withoutComments(bounded(style)))) {
            Css safe = one(declaration);
            text.append(safe.text());
            blocked += safe.blocked();
            coloured |= safe.coloured();
        }
        return new Css(text.toString(), blocked, coloured);
    }

    private static String bounded(String style) {
        return style.length() > LONGEST ? style.substring(0, LONGEST) : style;
    }

    private static Css one(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 0) {
            return Css.NONE;
        }
        String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = declaration.substring(colon + 1).strip();
        if (REMOTE.matcher(value).find()) {
            int count = isInside(value) ? 0 : 1;
            Css colour =
                    name.equals("background") && value.length() < LONGEST_VALUE
                            ? background(value)
                            : Css.NONE;
            return new Css(colour.text(), count, colour.coloured());
        }
        if (!CssValues.isSafe(name, value)) {
            return Css.NONE;
        }
        return new Css(name + ":" + value + ";", 0, isColour(name, value));
    }

    /** Pictures from the message itself are left out too but are not remote. */
    private static boolean isInside(String value) {
        String lower = value.toLowerCase(Locale.ROOT).replaceAll("[\\s\"']", "");
        return lower.contains("url(data:") || lower.contains("url(cid:") || lower.contains("url()");
    }

    /** The colour of a background whose picture is left out. */
    private static Css background(String value) {
        Matcher colour = COLOUR.matcher(value.replaceAll("(?i)[a-z-]+\\s*\\([^)]*\\)", " "));
        while (colour.find()) {
            String found = colour.group();
            if (found.startsWith("#") || CssValues.isColourName(found)) {
                return new Css("background-color:" + found + ";", 0, true);
            }
        }
        return Css.NONE;
    }

    private static boolean isColour(String name, String value) {
        boolean colours =
                name.equals("color")
                        || name.equals("background")
                        || name.equals("background-color");
        return colours && !value.matches("(?i)(none|transparent|inherit|initial|unset|0).*");
    }

    static String withoutComments(String css) {
        StringBuilder text = new StringBuilder(css.length());
        int at = 0;
        int open = css.indexOf("/*");
        while (open >= 0) {
            text.append(css, at, open).append(' ');
            int close = css.indexOf("*/", open + 2);
            if (close < 0) {
                return text.toString();
            }
            at = close + 2;
            open = css.indexOf("/*", at);
        }
        return text.append(css, at, css.length()).toString();
    }

    private static List<String> split(String style) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        char quote = 0;
        for (int at = 0; at < style.length(); at++) {
            char c = style.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ';' && depth <= 0) {
                parts.add(style.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(style.substring(from));
        return parts;
    }
}
