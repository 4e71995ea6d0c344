package org.postern.message.internal.html;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.postern.message.internal.header.Clean;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the attributes that are allowed. */
final class SafeAttributes {

    private static final int CLASSES = 20;
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern CLASS = Pattern.compile("[A-Za-z_][\\w-]{0,60}");

    private final Sanitiser sanitiser;

    SafeAttributes(Sanitiser sanitiser) {
        this.sanitiser = sanitiser;
    }

    /** With a space in front of each. */
    String of(Element element) {
        StringBuilder written = new StringBuilder();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            boolean ownTitle = name.equals("title") && element.normalName().equals("a");
            if (!ownTitle) {
                written.append(one(name, attribute.getValue()));
            }
        }
        return written.toString();
    }

    /** A body's colours as the style of the box that stands for it. */
    String ofBody(Element body) {
        String style =
                declaration("background-color", body.attr("bgcolor"))
                        + declaration("color", body.attr("text"))
                        + body.attr("style");
        return written("style", sanitiser.take(CssDeclarations.filter(style)))
                + one("class", body.attr("class"))
                + one("dir", body.attr("dir"));
    }

    private static String declaration(String property, String value) {
        return value.isBlank() || value.indexOf(';') >= 0 ? "" : property + ":" + value + ";";
    }

    private String one(String name, String value) {
        return switch (name) {
            case "style" -> written(name, sanitiser.take(CssDeclarations.filter(value)));
            case "class" -> written(name, classes(value));
            case "alt", "title", "abbr", "summary" -> written(name, text(value));
            default -> plain(name, value.strip());
        };
    }

    private String plain(String name, String value) {
        if (!AllowList.isAttribute(name, value.toLowerCase(Locale.ROOT))) {
            return "";
        }
        if (AllowList.isColour(name)) {
            sanitiser.colour();
        }
        return written(name, value);
    }

    private static String text(String value) {
        return Clean.line(value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value);
    }

    /** Renamed, so that mail cannot use the page's own classes. */
    private static String classes(String value) {
        return Stream.of(value.strip().split("\\s+"))
                .filter(name -> CLASS.matcher(name).matches())
                .limit(CLASSES)
                .map(name -> "m-" + name)
                .collect(Collectors.joining(" "));
    }

    private static String written(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + Escape.html(value) + "\"";
    }
}
