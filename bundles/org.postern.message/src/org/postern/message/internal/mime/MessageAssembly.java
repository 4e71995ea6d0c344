package org.postern.message.internal.mime;

import org.jsoup.nodes.Document;
import org.postern.message.Attachment;
import org.postern.message.Headers;
import org.postern.message.PlainText;
import org.postern.message.ReadableMessage;
import org.postern.message.SafeFragment;
import org.postern.message.Warning.MalformedDate;
import org.postern.message.Warning.RemoteContentBlocked;
import org.postern.message.internal.header.HeaderBlock;
import org.postern.message.internal.html.Sanitiser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the readable message out of the tree. For one message. */
public final class MessageAssembly {

    private final Warnings warnings;

    public MessageAssembly(Warnings warnings) {
        this.warnings = warnings;
    }

    public ReadableMessage assemble(Entity root) throws IOException {
        BodyCollector collector = new BodyCollector(warnings);
        List<Piece> pieces = collector.collect(root);
        Optional<SafeFragment> html = html(pieces, collector.images());
        PlainText text = Piece.texts(pieces);
        boolean anyPlain = pieces.stream().anyMatch(piece -> piece.plain().isPresent());
        noteHeaders(root.headers());
        return new ReadableMessage(
                root.headers(),
                Optional.of(text).filter(any -> anyPlain),
                html,
                collector.images().shown(),
                attachments(collector),
                collector.calendar(),
                collector.protection(),
                warnings.list(),
                text);
    }

    private Optional<SafeFragment> html(List<Piece> pieces, Images images) throws IOException {
        if (pieces.stream().noneMatch(Piece::hasHtml)) {
            return Optional.empty();
        }
        Sanitiser sanitiser = new Sanitiser(images);
        for (Piece piece : pieces) {
            for (Document document : piece.documents()) {
                sanitiser.add(document);
            }
        }
        SafeFragment fragment = sanitiser.fragment();
        warnings.addAll(fragment.warnings());
        if (fragment.blocked() > 0) {
            warnings.add(new RemoteContentBlocked(fragment.blocked()));
        }
        return Optional.of(fragment);
    }

    private void noteHeaders(Headers headers) {
        if (headers.date().isEmpty()) {
            headers.dateText().ifPresent(text -> warnings.add(new MalformedDate(text)));
        }
        headers.from().forEach(from -> SenderCheck.check(from).ifPresent(warnings::add));
    }

    private static List<Attachment> attachments(BodyCollector collector) throws IOException {
        FileNames names = new FileNames();
        List<Attachment> attachments = new ArrayList<>();
        for (Entity file : collector.files()) {
            if (!collector.images().isShown(file)) {
                attachments.add(attachment(file, names));
            }
        }
        return attachments;
    }

    private static Attachment attachment(Entity file, FileNames names) throws IOException {
        String proposed = file.fileName().orElse("");
        if (file.fileName().isEmpty() && file.mediaType().equals("message/rfc822")) {
            proposed = subjectOf(file);
        }
        String name = names.unique(proposed, DefaultNames.of(file.mediaType()));
        return new Attachment(name, file.mediaType(), file.body(), file.decoding());
    }

    private static String subjectOf(Entity message) throws IOException {
        Headers inner = HeaderBlock.read(message.decoding().open(message.body())).headers();
        return inner.subject()
                .map(subject -> subject.replaceAll("[/\\\\]", "_") + ".eml")
                .orElse("");
    }
}
