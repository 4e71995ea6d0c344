package org.postern.search.internal.index;

import org.postern.message.Headers;
import org.postern.message.MessageText;
import org.postern.message.MessageText.Part;
import org.postern.search.Clause;
import org.postern.search.Clause.Place;
import org.postern.search.Query;
import org.postern.search.Snippet;
import org.postern.search.internal.text.Excerpt;
import org.postern.search.internal.text.Excerpt.Phrase;
import org.postern.search.internal.text.Excerpt.Piece;
import org.postern.store.MailReader;
import org.postern.store.MessageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows where in a message the words of a query stand. */
public final class Snippets {

    private final MailReader store;
    private final Content content;

    public Snippets(MailReader store, Content content) {
        this.store = store;
        this.content = content;
    }

    public Optional<Snippet> of(Query query, MessageId message) {
        List<Clause.Words> words = new ArrayList<>();
        collect(query.root(), words);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return store.row(message).flatMap(content::of).map(text -> snippet(text, words));
    }

    /** What must not be in the message cannot be shown. */
    private static void collect(Clause clause, List<Clause.Words> words) {
        switch (clause) {
            case Clause.All all -> all.parts().forEach(part -> collect(part, words));
            case Clause.Any any -> any.parts().forEach(part -> collect(part, words));
            case Clause.Words text -> words.add(text);
            default -> {
                // It has no words.
            }
        }
    }

    private static Snippet snippet(MessageText text, List<Clause.Words> words) {
        List<String> bodies = text.parts().stream().map(Part::text).toList();
        Headers headers = text.headers();
        return in(Place.BODY, bodies, words)
                .or(() -> in(Place.ATTACHMENT, text.names(), words))
                .or(() -> in(Place.SUBJECT, headers.all("Subject"), words))
                .or(() -> in(Place.FROM, headers.all("From"), words))
                .or(() -> in(Place.TO, headers.all("To"), words))
                .or(() -> in(Place.CC, headers.all("Cc"), words))
                .orElseGet(() -> beginning(bodies));
    }

    private static Snippet beginning(List<String> bodies) {
        String text = bodies.isEmpty() ? "" : bodies.getFirst();
        return snippet(Place.BODY, Excerpt.beginning(text));
    }

    private static Optional<Snippet> in(Place place, List<String> texts, List<Clause.Words> words) {
        List<Phrase> phrases =
                words.stream()
                        .filter(each -> covers(each.place(), place))
                        .map(each -> Phrase.of(each.text(), each.open()))
                        .toList();
        return texts.stream()
                .flatMap(text -> Excerpt.around(phrases, text).stream())
                .findFirst()
                .map(piece -> snippet(place, piece));
    }

    private static boolean covers(Place wanted, Place place) {
        return wanted == Place.ANYWHERE
                || wanted == place
                || wanted == Place.TO && place == Place.CC;
    }

    private static Snippet snippet(Place place, Piece piece) {
        return new Snippet(place, piece.text(), piece.found());
    }
}
