package org.postern.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A message made ready for a reader. Immutable, but attachments are read from the message's bytes
 * when they are asked for.
 *
 * @param headers the message's header fields
 * @param plain the body as the author's plain text, or made from HTML where some of it has no other
 *     form; empty when the author sent HTML only or nothing
 * @param html the body as safe HTML; empty when the author sent plain text only or nothing
 * @param images images that the HTML shows; they are inside it already
 * @param attachments everything else, in the order of the message
 * @param calendar the first calendar part
 * @param protection shapes of signing and encryption that were seen
 * @param warnings what the reader should know, each once
 * @param text the body as text in any case: the plain one, or made from the HTML; for snippets,
 *     search and where no HTML can be shown
 */
public record ReadableMessage(
        Headers headers,
        Optional<PlainText> plain,
        Optional<SafeFragment> html,
        List<InlineImage> images,
        List<Attachment> attachments,
        Optional<CalendarSummary> calendar,
        Set<Protection> protection,
        List<Warning> warnings,
        PlainText text) {

    public ReadableMessage {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(plain, "plain");
        Objects.requireNonNull(html, "html");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(text, "text");
        images = List.copyOf(images);
        attachments = List.copyOf(attachments);
        protection = Set.copyOf(protection);
        warnings = List.copyOf(warnings);
    }
}
