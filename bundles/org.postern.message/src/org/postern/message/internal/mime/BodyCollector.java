package org.postern.message.internal.mime;

import org.postern.message.CalendarSummary;
import org.postern.message.PlainText;
import org.postern.message.Protection;
import org.postern.message.Warning.Limit;
import org.postern.message.Warning.LimitReached;
import org.postern.message.internal.Limits;
import org.postern.message.internal.html.HtmlReader;
import org.postern.message.internal.html.TagStripper;
import org.postern.message.internal.text.CalendarReader;
import org.postern.message.internal.text.PlainTextReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks the tree and sorts what it finds into body, images and the rest. For one message. */
final class BodyCollector {

    private final Warnings warnings;
    private final Images images;
    private final List<Entity> files = new ArrayList<>();
    private final Set<Protection> protection = EnumSet.noneOf(Protection.class);
    private Optional<CalendarSummary> calendar = Optional.empty();
    private boolean bodySeen;

    BodyCollector(Warnings warnings) {
        this.warnings = warnings;
        this.images = new Images(warnings);
    }

    List<Piece> collect(Entity root) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        visit(root, pieces);
        return pieces;
    }

    Images images() {
        return images;
    }

    /** Parts that may have to be listed as attachments; shown images are still among them. */
    List<Entity> files() {
        return files;
    }

    Set<Protection> protection() {
        return protection;
    }

    Optional<CalendarSummary> calendar() {
        return calendar;
    }

    private void visit(Entity entity, List<Piece> pieces) throws IOException {
        protection.addAll(Protections.of(entity));
        if (!entity.isMultipart()) {
            leaf(entity, pieces);
            return;
        }
        switch (entity.mediaType()) {
            case "multipart/alternative" -> alternative(entity, pieces);
            case "multipart/related" -> related(entity, pieces);
            case "multipart/signed" -> visit(entity.children().getFirst(), pieces);
            default -> visitAll(entity.children(), pieces);
        }
    }

    private void visitAll(List<Entity> entities, List<Piece> pieces) throws IOException {
        for (Entity entity : entities) {
            visit(entity, pieces);
        }
    }

    /** The last form of each kind is the richest (RFC 2046 section 5.1.4). */
    private void alternative(Entity entity, List<Piece> pieces) throws IOException {
        Piece chosen = new Piece(Optional.empty(), List.of());
        for (Entity child : entity.children()) {
            bodySeen = false;
            chosen = richer(chosen, collect(child));
        }
        if (chosen.plain().isPresent() || chosen.hasHtml()) {
            pieces.add(chosen);
        }
    }

    private static Piece richer(Piece before, List<Piece> found) {
        if (found.isEmpty()) {
            return before;
        }
        boolean allPlain = found.stream().allMatch(piece -> piece.plain().isPresent());
        Optional<PlainText> plain = allPlain ? Optional.of(Piece.texts(found)) : before.plain();
        boolean anyHtml = found.stream().anyMatch(Piece::hasHtml);
        return new Piece(
                plain,
                anyHtml
                        ? found.stream().flatMap(piece -> piece.documents().stream()).toList()
                        : before.html());
    }

    private void related(Entity entity, List<Piece> pieces) throws IOException {
        Entity root = root(entity);
        visit(root, pieces);
        visitAll(entity.children().stream().filter(child -> child != root).toList(), pieces);
    }

    private static Entity root(Entity related) {
        String start =
                related.contentType().parameter("start").orElse("").replaceAll("[<>\\s]", "");
        List<Entity> children = related.children();
        return children.stream()
                .filter(child -> child.contentId().filter(start::equals).isPresent())
                .findFirst()
                .or(() -> children.stream().filter(BodyCollector::isReadable).findFirst())
                .orElse(children.getFirst());
    }

    private static boolean isReadable(Entity entity) {
        return entity.isMultipart() || entity.mediaType().startsWith("text/");
    }

    private void leaf(Entity part, List<Piece> pieces) throws IOException {
        if (isBody(part)) {
            body(part, pieces);
            return;
        }
        if (part.mediaType().equals("text/calendar") && calendar.isEmpty()) {
            calendar = CalendarReader.read(TextBody.read(part, Limits.TEXT_BYTES, warnings).text());
        }
        if (part.mediaType().startsWith("image/")) {
            images.offer(part);
        }
        if (part.body().size() > 0 || part.fileName().isPresent()) {
            files.add(part);
        }
    }

    private boolean isBody(Entity part) {
        boolean shown =
                switch (part.mediaType()) {
                    case "text/plain", "text/html", "text/enriched", "text/richtext" -> true;
                    default -> false;
                };
        return shown && !part.isAttachment() && (!bodySeen || part.fileName().isEmpty());
    }

    private void body(Entity part, List<Piece> pieces) throws IOException {
        bodySeen = true;
        switch (part.mediaType()) {
            case "text/plain" -> plain(part, pieces);
            case "text/html" -> html(part, pieces);
            default -> enriched(part, pieces);
        }
    }

    private void plain(Entity part, List<Piece> pieces) throws IOException {
        TextBody body = TextBody.read(part, Limits.TEXT_BYTES, warnings);
        if (body.cut()) {
            noteLimit(Limit.TEXT_SIZE, part);
        }
        protection.addAll(Protections.ofText(body.text()));
        add(PlainTextReader.read(body.text(), part.contentType()), pieces);
    }

    private void html(Entity part, List<Piece> pieces) throws IOException {
        TextBody body = TextBody.read(part, Limits.HTML_BYTES, warnings);
        if (body.cut() || HtmlReader.isTooMuch(body.text())) {
            noteLimit(Limit.HTML_SIZE, part);
            add(PlainText.of(TagStripper.strip(body.text())), pieces);
        } else if (!body.text().isBlank()) {
            pieces.add(Piece.html(HtmlReader.read(body.text())));
        }
    }

    /** RFC 1896: markup like HTML's, of which only the text is worth showing. */
    private void enriched(Entity part, List<Piece> pieces) throws IOException {
        TextBody body = TextBody.read(part, Limits.TEXT_BYTES, warnings);
        add(PlainText.of(TagStripper.strip(body.text())), pieces);
    }

    /** What is not shown as a whole can be saved. */
    private void noteLimit(Limit limit, Entity part) {
        warnings.add(new LimitReached(limit));
        files.add(part);
    }

    private static void add(PlainText text, List<Piece> pieces) {
        if (!text.isBlank()) {
            pieces.add(Piece.plain(text));
        }
    }
}
