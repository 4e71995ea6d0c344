package org.postern.message.internal.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.postern.message.Warning;
import org.postern.message.Warning.MisleadingLink;

import java.util.Optional;

/** Compares what a link shows with where it leads. */
final class LinkJudge {

    private static final int NODES = 200;
    private static final int CHARACTERS = 400;

    private LinkJudge() {}

    static Optional<Warning> judge(Element link, LinkTarget target) {
        if (!target.hidden().isEmpty()) {
            return Optional.of(new MisleadingLink(target.hidden(), target.host()));
        }
        return Hosts.shownIn(text(link))
                .filter(shown -> !target.host().isEmpty())
                .filter(shown -> !Hosts.sameOwner(shown, target.host()))
                .map(shown -> new MisleadingLink(shown, target.host()));
    }

    /** The beginning of a link's text, bounded, as one element may be inside very many links. */
    private static String text(Element link) {
        StringBuilder text = new StringBuilder();
        int[] nodes = {0};
        NodeTraversor.filter(
                (Node node, int depth) -> {
                    if (node instanceof TextNode words) {
                        text.append(words.getWholeText());
                    }
                    boolean enough = ++nodes[0] > NODES || text.length() > CHARACTERS;
                    return enough ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
                },
                link);
        return text.toString().replaceAll("[\\u200b\\u00ad]+", "");
    }
}
