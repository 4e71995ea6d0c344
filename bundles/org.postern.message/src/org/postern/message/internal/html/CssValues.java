package org.postern.message.internal.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The CSS properties that mail may set, and the values they may have. */
final class CssValues {

    private static final int LONGEST = 400;

    private static final Set<String> PROPERTIES =
            Set.of(
                    "background",
                    "background-color",
                    "border",
                    "border-bottom",
                    "border-bottom-color",
                    "border-bottom-style",
                    "border-bottom-width",
                    "border-collapse",
                    "border-color",
                    "border-left",
                    "border-left-color",
                    "border-left-style",
                    "border-left-width",
                    "border-radius",
                    "border-right",
                    "border-right-color",
                    "border-right-style",
                    "border-right-width",
                    "border-spacing",
                    "border-style",
                    "border-top",
                    "border-top-color",
                    "border-top-style",
                    "border-top-width",
                    "border-width",
                    "caption-side",
                    "clear",
                    "color",
                    "direction",
                    "display",
                    "empty-cells",
                    "float",
                    "font",
                    "font-family",
                    "font-size",
                    "font-stretch",
                    "font-style",
                    "font-variant",
                    "font-weight",
                    "height",
                    "hyphens",
                    "letter-spacing",
                    "line-height",
                    "list-style",
                    "list-style-position",
                    "list-style-type",
                    "margin",
                    "margin-bottom",
                    "margin-left",
                    "margin-right",
                    "margin-top",
                    "max-height",
                    "max-width",
                    "min-height",
                    "min-width",
                    "overflow-wrap",
                    "padding",
                    "padding-bottom",
                    "padding-left",
                    "padding-right",
                    "padding-top",
                    "table-layout",
                    "text-align",
                    "text-decoration",
                    "text-decoration-color",
                    "text-decoration-line",
                    "text-decoration-style",
                    "text-indent",
                    "text-transform",
                    "vertical-align",
                    "visibility",
                    "white-space",
                    "width",
                    "word-break",
                    "word-spacing",
                    "word-wrap");

    private static final Set<String> FUNCTIONS = Set.of("rgb", "rgba", "hsl", "hsla");
    private static final Set<String> DISPLAYS =
            Set.of(
                    "none",
                    "block",
                    "inline",
                    "inline-block",
                    "table",
                    "inline-table",
                    "table-row",
                    "table-cell",
                    "table-row-group",
                    "table-header-group",
                    "table-footer-group",
                    "list-item");
    private static final Set<String> COLOURS =
            Set.of(
                    "aqua",
                    "black",
                    "blue",
                    "fuchsia",
                    "gray",
                    "green",
                    "grey",
                    "lime",
                    "maroon",
                    "navy",
                    "olive",
                    "orange",
                    "purple",
                    "red",
                    "silver",
                    "teal",
                    "white",
                    "whitesmoke",
                    "yellow");

    // Letters of any script stand for font names; nothing that opens, escapes or ends a rule does.
    private static final Pattern CHARACTERS =
            Pattern.compile("[\\p{L}\\p{N} \\t\\n\\r#%.,()'\"!_+/-]+");
    private static final Pattern FUNCTION = Pattern.compile("([\\p{L}\\p{N}_-]*)\\s*\\(");
    private static final Pattern NEGATIVE = Pattern.compile("(^|[\\s,(])-\\s*[.\\d]");

    private CssValues() {}

    static boolean isSafe(String property, String value) {
        return PROPERTIES.contains(property)
                && value.length() <= LONGEST
                && CHARACTERS.matcher(value).matches()
                && functionsAreSafe(value)
                && quotesAreClosed(value)
                && isSensible(property, value.toLowerCase(Locale.ROOT));
    }

    static boolean isColourName(String word) {
        return COLOURS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean functionsAreSafe(String value) {
        Matcher function = FUNCTION.matcher(value);
        while (function.find()) {
            if (!FUNCTIONS.contains(function.group(1).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return count(value, '(') == count(value, ')');
    }

    private static boolean quotesAreClosed(String value) {
        boolean singles = count(value, '\'') % 2 == 0;
        boolean doubles = count(value, '"') % 2 == 0;
        return singles && doubles && (count(value, '\'') == 0 || count(value, '"') == 0);
    }

    private static long count(String value, char wanted) {
        return value.chars().filter(c -> c == wanted).count();
    }

    /** Nothing may leave its place: no negative margins, no unknown kinds of boxes. */
    private static boolean isSensible(String property, String value) {
        if (property.equals("display")) {
            return DISPLAYS.contains(value.replace("!important", "").strip());
        }
        if (value.contains("expression") || value.contains("javascript")) {
            return false;
        }
        return property.equals("letter-spacing") || !NEGATIVE.matcher(value).find();
    }
}
