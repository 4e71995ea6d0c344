package org.postern.message.internal.html;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The elements and attributes that are written, and the elements that vanish with their content.
 */
final class AllowList {

    private static final Set<String> ELEMENTS =
            Set.of(
                    "a",
                    "abbr",
                    "address",
                    "article",
                    "aside",
                    "b",
                    "big",
                    "blockquote",
                    "br",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "col",
                    "colgroup",
                    "dd",
                    "del",
                    "dfn",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "figcaption",
                    "figure",
                    "font",
                    "footer",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "main",
                    "mark",
                    "nav",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "rp",
                    "rt",
                    "ruby",
                    "s",
                    "samp",
                    "section",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "time",
                    "tr",
                    "tt",
                    "u",
                    "ul",
                    "var",
                    "wbr");

    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");

    private static final Set<String> VANISHING =
            Set.of(
                    "applet",
                    "audio",
                    "base",
                    "basefont",
                    "bgsound",
                    "button",
                    "canvas",
                    "datalist",
                    "embed",
                    "frame",
                    "frameset",
                    "head",
                    "iframe",
                    "input",
                    "link",
                    "math",
                    "meta",
                    "meter",
                    "noembed",
                    "noframes",
                    "noscript",
                    "object",
                    "optgroup",
                    "option",
                    "param",
                    "portal",
                    "progress",
                    "script",
                    "select",
                    "slot",
                    "source",
                    "style",
                    "svg",
                    "template",
                    "textarea",
                    "title",
                    "track",
                    "video");

    private static final Pattern LENGTH = Pattern.compile("\\d{1,5}(\\.\\d{1,3})?(%|px)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,3}");
    private static final Pattern COLOUR = Pattern.compile("#?[A-Za-z0-9]{1,30}");

    private static final Map<String, Pattern> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry(
                            "align",
                            Pattern.compile("left|right|center|justify|middle|top|bottom")),
                    Map.entry("valign", Pattern.compile("top|middle|bottom|baseline")),
                    Map.entry("dir", Pattern.compile("ltr|rtl|auto")),
                    Map.entry("lang", Pattern.compile("[a-z0-9-]{1,35}")),
                    Map.entry("width", LENGTH),
                    Map.entry("height", LENGTH),
                    Map.entry("border", COUNT),
                    Map.entry("cellpadding", COUNT),
                    Map.entry("cellspacing", COUNT),
                    Map.entry("hspace", COUNT),
                    Map.entry("vspace", COUNT),
                    Map.entry("colspan", COUNT),
                    Map.entry("rowspan", COUNT),
                    Map.entry("span", COUNT),
                    Map.entry("start", Pattern.compile("-?\\d{1,6}")),
                    Map.entry("value", Pattern.compile("-?\\d{1,6}")),
                    Map.entry("type", Pattern.compile("[1ai]|disc|circle|square")),
                    Map.entry("size", Pattern.compile("[+-]?\\d{1,3}")),
                    Map.entry("face", Pattern.compile("[a-z0-9 ,'-]{1,200}")),
                    Map.entry("bgcolor", COLOUR),
                    Map.entry("color", COLOUR),
                    Map.entry("nowrap", Pattern.compile("(nowrap)?")));

    private AllowList() {}

    static boolean isElement(String name) {
        return ELEMENTS.contains(name);
    }

    static boolean isVoid(String name) {
        return VOID.contains(name);
    }

    /** Whether the element's content is no text for a reader. */
    static boolean vanishes(String name) {
        return VANISHING.contains(name);
    }

    static boolean isAttribute(String name, String value) {
        Pattern pattern = ATTRIBUTES.get(name);
        return pattern != null && pattern.matcher(value).matches();
    }

    static boolean isColour(String name) {
        return name.equals("bgcolor") || name.equals("color");
    }
}
