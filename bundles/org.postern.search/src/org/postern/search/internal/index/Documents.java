package org.postern.search.internal.index;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.postern.core.MailAddress;
import org.postern.message.Headers;
import org.postern.message.MessageText;
import org.postern.message.MessageText.Part;
import org.postern.search.internal.text.Splitter;
import org.postern.store.MessageRow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes what the index has of a message. */
final class Documents {

    /** Fields besides those that have names of their own; traces of servers are not among them. */
    private static final List<String> OTHERS =
            List.of(
                    "Sender",
                    "Reply-To",
                    "Resent-From",
                    "Resent-To",
                    "List-Id",
                    "Organization",
                    "Organisation",
                    "Keywords",
                    "Comments",
                    "Newsgroups",
                    "Message-ID");

    private Documents() {}

    static Document of(MessageRow row, Optional<MessageText> content) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, Fields.bytes(row.id()), Store.NO));
        document.add(new NumericDocValuesField(Fields.ID, row.id().value()));
        document.add(new LongField(Fields.MAILBOX, row.mailbox().value(), Store.NO));
        long date = Fields.milliseconds(row.date());
        document.add(new LongPoint(Fields.DATE, date));
        document.add(new NumericDocValuesField(Fields.DATE, date));
        document.add(new LongField(Fields.SIZE, row.size(), Store.NO));
        document.add(new NumericDocValuesField(Fields.FLAGS, Bits.of(row.flags())));
        if (content.map(MessageText::attachments).orElse(row.attachments())) {
            document.add(new StringField(Fields.HAS, Fields.ATTACHMENT, Store.NO));
        }
        content.ifPresentOrElse(text -> text(document, text), () -> row(document, row));
        return document;
    }

    /** A message that cannot be read is found by what the list shows of it. */
    private static void row(Document document, MessageRow row) {
        document.add(Fields.text(Fields.SUBJECT, row.subject()));
        document.add(Fields.text(Fields.FROM, row.from().toString()));
    }

    private static void text(Document document, MessageText text) {
        Headers headers = text.headers();
        fields(document, Fields.SUBJECT, headers.all("Subject"));
        fields(document, Fields.FROM, written(headers, "From", headers.from()));
        fields(document, Fields.TO, written(headers, "To", headers.to()));
        fields(document, Fields.TO, written(headers, "Bcc", headers.bcc()));
        fields(document, Fields.CC, written(headers, "Cc", headers.cc()));
        OTHERS.forEach(name -> fields(document, Fields.OTHER, headers.all(name)));
        fields(document, Fields.NAMES, text.names());
        parts(document, text.parts());
    }

    /** Addresses one by one; where none can be made out, the field as it stands. */
    private static List<String> written(Headers headers, String name, List<MailAddress> read) {
        return read.isEmpty()
                ? headers.all(name)
                : read.stream().map(a -> a.name() + " <" + a.address() + ">").toList();
    }

    private static void fields(Document document, String field, List<String> texts) {
        texts.forEach(text -> document.add(Fields.text(field, text)));
    }

    /** Another form of the text counts when it has words of its own. */
    private static void parts(Document document, List<Part> parts) {
        Set<String> seen = new HashSet<>();
        boolean forms = parts.stream().anyMatch(Part::again);
        for (Part part : parts) {
            if (!forms || note(part, seen) || !part.again()) {
                document.add(Fields.text(Fields.BODY, part.text()));
            }
        }
    }

    private static boolean note(Part part, Set<String> seen) {
        int before = seen.size();
        Splitter words = new Splitter(part.text());
        while (words.next()) {
            seen.add(words.word());
        }
        return seen.size() > before;
    }
}
