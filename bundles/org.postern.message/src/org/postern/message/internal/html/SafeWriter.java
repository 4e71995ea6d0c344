package org.postern.message.internal.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.postern.message.Warning.FormRemoved;
import org.postern.message.internal.header.Clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Writes the nodes of one document, from the body inwards, as far as they are allowed. */
final class SafeWriter implements NodeFilter {

    private static final int DEEPEST = 200;

    private final Sanitiser sanitiser;
    private final ImageSource images;
    private final SafeAttributes attributes;
    private final StringBuilder out;
    private final Deque<String> ends = new ArrayDeque<>();

    SafeWriter(Sanitiser sanitiser, ImageSource images, StringBuilder out) {
        this.sanitiser = sanitiser;
        this.images = images;
        this.attributes = new SafeAttributes(sanitiser);
        this.out = out;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            out.append(Escape.html(text.getWholeText()));
        }
        if (node instanceof Element element) {
            if (AllowList.vanishes(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            ends.push(start(element));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element) {
            out.append(ends.pop());
        }
        return FilterResult.CONTINUE;
    }

    /** Writes a start tag, if any, and tells what ends the element. */
    private String start(Element element) {
        String name = element.normalName();
        return switch (name) {
            case "body" -> tag("div", attributes.ofBody(element));
            case "a" -> link(element);
            case "img" -> image(element);
            case "form" -> form();
            default -> AllowList.isElement(name) ? tag(name, attributes.of(element)) : "";
        };
    }

    private String tag(String name, String written) {
        if (ends.size() > DEEPEST) {
            return "";
        }
        out.append('<').append(name).append(written).append('>');
        return AllowList.isVoid(name) ? "" : "</" + name + ">";
    }

    private String link(Element element) {
        Optional<LinkTarget> target = LinkTarget.of(element.attr("href"));
        if (target.isEmpty() || ends.size() > DEEPEST) {
            return tag("span", attributes.of(element));
        }
        LinkJudge.judge(element, target.get()).ifPresent(sanitiser::warn);
        String startTag = target.get().startTag();
        out.append(startTag, 0, startTag.length() - 1);
        out.append(attributes.of(element)).append('>');
        return "</a>";
    }

    private String image(Element element) {
        Optional<String> data = data(element.attr("src"));
        if (data.isPresent()) {
            out.append("<img src=\"").append(data.get()).append('"');
            out.append(attributes.of(element)).append('>');
            return "";
        }
        if (RemoteReferences.isRemote(element.attr("src"))) {
            sanitiser.block();
        }
        String alternative = Clean.line(element.attr("alt"));
        if (!alternative.isEmpty()) {
            out.append("<span class=\"blocked\">").append(Escape.html(alternative));
            out.append("</span>");
        }
        return "";
    }

    private Optional<String> data(String source) {
        try {
            return source.isBlank() ? Optional.empty() : images.dataUri(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String form() {
        sanitiser.warn(new FormRemoved());
        return "";
    }
}
