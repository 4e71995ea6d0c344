package org.postern.demo.internal.imap;

import org.postern.demo.internal.imap.mime.Part;
import org.postern.demo.internal.mail.Message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes the FETCH response of one message. */
final class FetchReply {
    private final Message message;
    private Optional<Part> root = Optional.empty();
    private final Reply reply = new Reply();

    private FetchReply(Message message) {
        this.message = message;
    }

    /** The response, without the end of its last line. */
    static byte[] write(long number, Message message, List<FetchItem> items) {
        FetchReply writer = new FetchReply(message);
        writer.reply.text("* " + number + " FETCH (");
        String separator = "";
        for (FetchItem item : items) {
            writer.reply.text(separator);
            writer.item(item);
            separator = " ";
        }
        return writer.reply.text(")").bytes();
    }

    /** The message taken apart, which is not worth while for those who only want its flags. */
    private Part root() {
        Part part = root.orElseGet(() -> Part.ofMessage(message.content().bytes()));
        root = Optional.of(part);
        return part;
    }

    private void item(FetchItem item) {
        switch (item) {
            case FetchItem.Fact fact -> fact(fact.name());
            case FetchItem.Piece piece -> piece(piece);
        }
    }

    private void fact(String name) {
        reply.text(name + " ");
        switch (name) {
            case "UID" -> reply.text(String.valueOf(message.uid()));
            case "FLAGS" -> reply.text(message.flags().toString());
            case "INTERNALDATE" -> reply.text(ImapText.dateTime(message.content().arrival()));
            case "RFC822.SIZE" -> reply.text(String.valueOf(message.content().size()));
            case "MODSEQ" -> reply.text("(" + message.modSeq() + ")");
            case "ENVELOPE" -> Envelope.write(reply, root().headers());
            case "BODY" -> new BodyStructure(reply, false).write(root());
            case "BODYSTRUCTURE" -> new BodyStructure(reply, true).write(root());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void piece(FetchItem.Piece piece) {
        Optional<byte[]> bytes = bytes(piece.section());
        reply.text(piece.label() + " ");
        if (bytes.isEmpty()) {
            reply.text("NIL");
        } else {
            reply.literal(piece.range().map(r -> cut(bytes.get(), r)).orElse(bytes.get()));
        }
    }

    private static byte[] cut(byte[] bytes, FetchItem.Range range) {
        int from = (int) Math.min(range.offset(), bytes.length);
        int to = (int) Math.min(range.offset() + range.length(), bytes.length);
        return Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }

    private Optional<byte[]> bytes(Section section) {
        if (section.part().isEmpty()) {
            return text(root(), section);
        }
        return root().find(section.part()).flatMap(part -> ofPart(part, section));
    }

    /** Of a part, HEADER and TEXT mean those of the message that it encloses. */
    private static Optional<byte[]> ofPart(Part part, Section section) {
        return switch (section.text()) {
            case ALL -> Optional.of(part.body());
            case MIME -> Optional.of(part.headers().raw());
            default -> part.enclosed().flatMap(message -> text(message, section));
        };
    }

    private static Optional<byte[]> text(Part message, Section section) {
        return Optional.of(
                switch (section.text()) {
                    case ALL -> message.whole();
                    case HEADER, MIME -> message.headers().raw();
                    case TEXT -> message.body();
                    case FIELDS -> message.headers().only(section.fieldSet());
                    case FIELDS_NOT -> message.headers().without(section.fieldSet());
                });
    }
}
