package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;

/**
 * Reads a page as a browser would and looks for anything that could run or fetch. Written without
 * the sanitiser's lists, so that a fault in them cannot hide itself.
 */
final class HarmlessPage {

    private static final Set<String> HEAD = Set.of("html", "head", "meta", "style", "body");
    private static final Set<String> INERT =
            Set.of(
                    "html",
                    "head",
                    "meta",
                    "style",
                    "body",
                    "div",
                    "span",
                    "a",
                    "img",
                    "table",
                    "tbody",
                    "thead",
                    "tfoot",
                    "tr",
                    "td",
                    "th",
                    "blockquote",
                    "q",
                    "del",
                    "font",
                    "b",
                    "i",
                    "s",
                    "u",
                    "p",
                    "h1",
                    "ul",
                    "li",
                    "tt",
                    "br",
                    "pre",
                    "col",
                    "colgroup",
                    "hr",
                    "caption");
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "href", "rel", "title", "class", "style", "src", "alt", "dir", "lang", "align",
                    "width", "height", "border", "color", "bgcolor", "colspan", "size", "face");

    private HarmlessPage() {}

    static void check(String page) {
        Document document = Jsoup.parse(page);
        assertEquals("html", document.documentType().name());
        assertEquals(6, document.select("meta").size(), "metas come from the page alone");
        assertTrue(
                document.select("meta[http-equiv=Content-Security-Policy]")
                        .attr("content")
                        .startsWith(
                                "default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
        document.getAllElements().stream().filter(e -> e != document).forEach(HarmlessPage::check);
    }

    private static void check(Element element) {
        String name = element.normalName();
        assertTrue(INERT.contains(name), "element " + element);
        if (name.equals("style")) {
            checkStyle(element.data());
        }
        if (!HEAD.contains(name)) {
            element.attributes().forEach(attribute -> check(element, attribute));
        }
    }

    private static void check(Element element, Attribute attribute) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        assertTrue(ATTRIBUTES.contains(name), "attribute in " + element.outerHtml());
        switch (name) {
            case "src" -> {
                assertEquals("img", element.normalName());
                assertTrue(value.matches("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*"));
            }
            case "href" -> {
                assertEquals("a", element.normalName());
                assertTrue(value.matches("(https?://[^/\\s@]+/|mailto:).*"), value);
                assertTrue(element.attr("rel").contains("noreferrer"));
                assertEquals(value, element.attr("title"));
            }
            case "style" -> checkStyle(value);
            default -> assertFalse(value.contains("\n"), value);
        }
    }

    private static void checkStyle(String style) {
        String lower = style.toLowerCase(Locale.ROOT);
        for (String evil :
                Set.of(
                        "url",
                        "expression",
                        "@",
                        "\\",
                        "position",
                        "binding",
                        "behavior",
                        "<",
                        "image-set",
                        "javascript",
                        "//")) {
            assertFalse(lower.contains(evil), evil + " in " + style);
        }
    }
}
