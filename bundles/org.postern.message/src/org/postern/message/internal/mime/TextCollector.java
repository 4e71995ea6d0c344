package org.postern.message.internal.mime;

import org.postern.message.Bytes;
import org.postern.message.Headers;
import org.postern.message.MessageText;
import org.postern.message.MessageText.Part;
import org.postern.message.internal.Limits;
import org.postern.message.internal.html.HtmlWords;
import org.postern.message.internal.html.TagStripper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Walks the tree of a message and collects all its text. For one message. */
public final class TextCollector {

    private static final int DEEPEST = 10;
    private static final List<String> SHOWN_OF_AN_ATTACHED_MESSAGE =
            List.of("Subject", "From", "To", "Cc");

    /** Parts of other types than text that hold text. */
    private static final Set<String> TEXTUAL =
            Set.of(
                    "message/delivery-status",
                    "message/disposition-notification",
                    "application/ics");

    private final List<Part> parts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int left;
    private boolean attachments;

    public TextCollector(int most) {
        this.left = most;
    }

    public MessageText read(Bytes message) throws IOException {
        Entity root = new MimeReader().read(message);
        visit(root, false, 0);
        return new MessageText(root.headers(), parts, names, attachments);
    }

    private void visit(Entity entity, boolean again, int depth) throws IOException {
        if (!entity.isMultipart()) {
            leaf(entity, again, depth);
            return;
        }
        boolean forms = entity.mediaType().equals("multipart/alternative");
        boolean first = true;
        for (Entity child : entity.children()) {
            visit(child, again || forms && !first, depth);
            first = false;
        }
    }

    private void leaf(Entity part, boolean again, int depth) throws IOException {
        part.fileName().ifPresent(names::add);
        attachments |= isAttachment(part);
        String type = part.mediaType();
        if (type.equals("message/rfc822") || type.equals("message/global")) {
            message(part, depth);
        } else if (type.startsWith("text/") || TEXTUAL.contains(type)) {
            text(part, again);
        }
    }

    private static boolean isAttachment(Entity part) {
        String type = part.mediaType();
        if (part.isAttachment() || type.equals("message/rfc822")) {
            return true;
        }
        boolean inline = type.startsWith("image/") && part.contentId().isPresent();
        boolean hidden = type.endsWith("-signature") || type.startsWith("application/pgp");
        return !inline && !hidden && (part.fileName().isPresent() || !isText(type));
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.startsWith("message/");
    }

    private void message(Entity part, int depth) throws IOException {
        if (depth >= DEEPEST || left <= 0) {
            return;
        }
        Entity inner = new MimeReader().read(decoded(part));
        Headers headers = inner.headers();
        for (String name : SHOWN_OF_AN_ATTACHED_MESSAGE) {
            headers.all(name).forEach(value -> add(value, false));
        }
        visit(inner, false, depth + 1);
    }

    private static Bytes decoded(Entity part) throws IOException {
        if (part.decoding() == TransferDecoding.NONE) {
            return part.body();
        }
        try (var content = part.decoding().open(part.body())) {
            return Bytes.of(content.readNBytes(Limits.TEXT_BYTES));
        }
    }

    private void text(Entity part, boolean again) throws IOException {
        if (left <= 0) {
            return;
        }
        String text = TextBody.read(part, Limits.TEXT_BYTES, new Warnings()).text();
        switch (part.mediaType()) {
            case "text/html" -> add(HtmlWords.of(text), again);
            case "text/enriched", "text/richtext" -> add(TagStripper.strip(text), again);
            default -> add(text, again);
        }
    }

    private void add(String text, boolean again) {
        String kept = text.length() <= left ? text : text.substring(0, left);
        left -= kept.length();
        if (!kept.isBlank()) {
            parts.add(new Part(kept, again));
        }
    }
}
