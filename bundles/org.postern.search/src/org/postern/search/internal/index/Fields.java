package org.postern.search.internal.index;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.postern.store.MessageId;

import java.time.Instant;
import java.util.List;

/** The names of what the index has of a message, and how it has it. */
final class Fields {

    /** Changes whenever an index that was made before would give other answers. */
    static final String FORMAT = "1";

    static final String ID = "id";
    static final String MAILBOX = "mailbox";
    static final String DATE = "date";
    static final String SIZE = "size";
    static final String FLAGS = "flags";
    static final String HAS = "has";
    static final String ATTACHMENT = "attachment";

    static final String FROM = "from";
    static final String TO = "to";
    static final String CC = "cc";
    static final String SUBJECT = "subject";
    static final String BODY = "body";
    static final String NAMES = "names";
    static final String OTHER = "other";

    static final List<String> TEXTS = List.of(SUBJECT, FROM, TO, CC, BODY, NAMES, OTHER);

    /** How long a text is matters to how well a word fits, where texts are long. */
    private static final FieldType LONG_TEXT = type(false);

    private static final FieldType SHORT_TEXT = type(true);

    private Fields() {}

    private static FieldType type(boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    static Field text(String name, String text) {
        boolean isLong = name.equals(BODY) || name.equals(SUBJECT);
        return new Field(name, new WordStream(text), isLong ? LONG_TEXT : SHORT_TEXT);
    }

    /** What anybody could have written fits. */
    static long milliseconds(Instant date) {
        return Math.clamp(date.getEpochSecond(), -(1L << 52), 1L << 52) * 1_000
                + date.getNano() / 1_000_000;
    }

    /** A message's own term, by which it is replaced and removed. */
    static Term term(MessageId message) {
        return new Term(ID, bytes(message));
    }

    static BytesRef bytes(MessageId message) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(message.value(), bytes, 0);
        return new BytesRef(bytes);
    }
}
