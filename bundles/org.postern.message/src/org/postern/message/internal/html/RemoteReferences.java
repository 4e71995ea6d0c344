package org.postern.message.internal.html;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;

/**
 * Counts what a document would fetch by its attributes; sources of {@code img} are counted apart.
 */
final class RemoteReferences {

    private static final Set<String> FETCHED =
            Set.of(
                    "src",
                    "srcset",
                    "imagesrcset",
                    "background",
                    "poster",
                    "lowsrc",
                    "dynsrc",
                    "data",
                    "xlink:href",
                    "codebase",
                    "classid",
                    "manifest",
                    "ping");
    private static final Set<String> FETCHING_BY_HREF = Set.of("link", "image", "use", "feimage");

    private RemoteReferences() {}

    static int count(Document document) {
        int count = 0;
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                count += isFetched(element, attribute) ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether a browser would ask somebody for that reference. */
    static boolean isRemote(String reference) {
        String start = reference.strip().toLowerCase(Locale.ROOT);
        return !start.isEmpty()
                && !start.startsWith("data:")
                && !start.startsWith("cid:")
                && !start.startsWith("mid:")
                && !start.startsWith("about:")
                && !start.startsWith("javascript:")
                && !start.startsWith("#");
    }

    private static boolean isFetched(Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String tag = element.normalName();
        boolean fetched =
                FETCHED.contains(name)
                        ? !(tag.equals("img") && name.equals("src"))
                        : name.equals("href") && FETCHING_BY_HREF.contains(tag);
        return fetched && isRemote(attribute.getValue());
    }
}
