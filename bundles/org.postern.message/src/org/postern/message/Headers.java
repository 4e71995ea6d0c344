package org.postern.message;

import org.postern.core.MailAddress;
import org.postern.message.internal.header.AddressReader;
import org.postern.message.internal.header.Clean;
import org.postern.message.internal.header.DateReader;
import org.postern.message.internal.header.EncodedWords;
import org.postern.message.internal.header.HeaderBlock;
import org.postern.message.internal.header.Identifiers;
import org.postern.message.internal.header.ParameterReader;
import org.postern.message.internal.header.RawText;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The header fields of a message or of a part, read so tolerantly that no bytes make it throw (RFC
 * 5322 with its obsolete forms, RFC 2047, RFC 6532, raw 8-bit text). Bounded: fields after the
 * 10,000th or after the first megabyte are not kept. Values are decoded when asked for. Immutable.
 */
public final class Headers {

    private final List<HeaderField> fields;

    /** Headers of fields that were read elsewhere, in the order of the message. */
    public Headers(List<HeaderField> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Reads up to the first empty line, or to the end. */
    public static Headers read(byte[] block) {
        try {
            return HeaderBlock.read(Bytes.of(block)).headers();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    /**
     * Reads a stream that holds a header block or a whole message. The caller closes it. More than
     * the block may be consumed.
     *
     * @throws IOException only when the stream itself fails
     */
    public static Headers read(InputStream stream) throws IOException {
        return HeaderBlock.read(stream).headers();
    }

    /** All fields in the order of the message. */
    public List<HeaderField> fields() {
        return fields;
    }

    /** The decoded values of every field of that name, in any case. */
    public List<String> all(String name) {
        return raw(name).map(this::decode).toList();
    }

    /** The decoded value of the first field of that name. */
    public Optional<String> first(String name) {
        return raw(name).findFirst().map(this::decode);
    }

    /** The undecoded value of the first field of that name, one char per byte. */
    public Optional<String> firstRaw(String name) {
        return raw(name).findFirst();
    }

    /** The decoded subject; empty when the field is missing or blank. */
    public Optional<String> subject() {
        return first("Subject").filter(text -> !text.isBlank());
    }

    /** The authors (RFC 5322 section 3.6.2). */
    public List<MailAddress> from() {
        return addresses("From");
    }

    /** The agent that sent the message for its authors, as far as it is named. */
    public List<MailAddress> sender() {
        return addresses("Sender");
    }

    /** The primary recipients; several To fields are taken together. */
    public List<MailAddress> to() {
        return addresses("To");
    }

    /** The recipients of copies. */
    public List<MailAddress> cc() {
        return addresses("Cc");
    }

    /** The recipients of blind copies, as they stand in drafts and sent mail. */
    public List<MailAddress> bcc() {
        return addresses("Bcc");
    }

    /** Where answers are wanted; empty when the authors want them. */
    public List<MailAddress> replyTo() {
        return addresses("Reply-To");
    }

    /** When the message was finished, as far as the Date field can be understood. */
    public Optional<Instant> date() {
        return raw("Date").flatMap(text -> DateReader.read(text).stream()).findFirst();
    }

    /** The text of the Date field, also when {@link #date()} cannot make anything of it. */
    public Optional<String> dateText() {
        return first("Date");
    }

    /** The message's identifier without angle brackets. */
    public Optional<String> messageId() {
        return identifiers("Message-ID").stream().findFirst();
    }

    /** The identifiers of the messages that this one answers, without angle brackets. */
    public List<String> inReplyTo() {
        return identifiers("In-Reply-To");
    }

    /** The identifiers of the conversation, oldest first, without angle brackets. */
    public List<String> references() {
        return identifiers("References");
    }

    /**
     * The addresses to leave a mailing list (RFC 2369): {@code https}, {@code http}, {@code
     * mailto}.
     */
    public List<String> listUnsubscribe() {
        return raw("List-Unsubscribe").flatMap(text -> Identifiers.links(text).stream()).toList();
    }

    /** The media type in lower case; {@code text/plain} when missing or malformed (RFC 2045). */
    public String mediaType() {
        return raw("Content-Type")
                .findFirst()
                .map(text -> ParameterReader.read(text).mediaType())
                .orElse("text/plain");
    }

    /**
     * Whether the header block alone makes attachments likely. Only a hint for a list: the truth is
     * in {@link ReadableMessage#attachments()}.
     */
    public boolean hasAttachmentHint() {
        String type = mediaType();
        if (type.equals("multipart/mixed")) {
            return true;
        }
        return !type.startsWith("text/")
                && !type.startsWith("multipart/")
                && !type.contains("pkcs7");
    }

    private List<MailAddress> addresses(String name) {
        return raw(name)
                .map(this::chars)
                .flatMap(text -> AddressReader.read(text).stream())
                .toList();
    }

    private List<String> identifiers(String name) {
        return raw(name).flatMap(text -> Identifiers.read(text).stream()).toList();
    }

    private String decode(String raw) {
        return Clean.line(EncodedWords.decode(chars(raw)));
    }

    /** The charset is looked for only when it matters, which is seldom. */
    private String chars(String raw) {
        return RawText.isAscii(raw) ? raw : RawText.decode(raw, charset());
    }

    private Optional<String> charset() {
        return raw("Content-Type").findFirst().flatMap(ParameterReader::charset);
    }

    private Stream<String> raw(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::raw);
    }
}
