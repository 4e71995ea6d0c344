package org.postern.message.internal.mime;

import org.jsoup.nodes.Document;
import org.postern.message.PlainText;
import org.postern.message.PlainText.Line;
import org.postern.message.internal.html.HtmlReader;
import org.postern.message.internal.html.HtmlText;
import org.postern.message.internal.html.PlainHtml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of the body in the forms that the author sent.
 *
 * @param plain the plain form
 * @param html the HTML form, in several documents where the author split it
 */
record Piece(Optional<PlainText> plain, List<Document> html) {

    Piece {
        html = List.copyOf(html);
    }

    static Piece plain(PlainText text) {
        return new Piece(Optional.of(text), List.of());
    }

    static Piece html(Document document) {
        return new Piece(Optional.empty(), List.of(document));
    }

    boolean hasHtml() {
        return !html.isEmpty();
    }

    /** Text in any case. */
    PlainText text() {
        return plain.orElseGet(() -> join(html.stream().map(HtmlText::of).toList()));
    }

    /** HTML in any case. */
    List<Document> documents() {
        return hasHtml() ? html : List.of(HtmlReader.read(PlainHtml.of(text())));
    }

    static PlainText texts(List<Piece> pieces) {
        return join(pieces.stream().map(Piece::text).toList());
    }

    private static PlainText join(List<PlainText> texts) {
        List<Line> lines = new ArrayList<>();
        for (PlainText text : texts) {
            if (!lines.isEmpty()) {
                lines.add(new Line(0, ""));
            }
            lines.addAll(text.lines());
        }
        return new PlainText(lines);
    }
}
