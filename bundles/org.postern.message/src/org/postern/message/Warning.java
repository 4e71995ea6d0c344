package org.postern.message;

/**
 * Something that a reader of the message should know. Warnings carry facts; the words are the
 * shell's. Texts in them are cleaned of control and direction characters.
 */
public sealed interface Warning {

    /** A link shows one host and leads to another. */
    record MisleadingLink(String shownHost, String targetHost) implements Warning {}

    /** A sender's display name contains an address of another host than the sender's. */
    record MisleadingSender(String shownAddress, String address) implements Warning {}

    /** Things that would have been fetched from elsewhere were left out. */
    record RemoteContentBlocked(int count) implements Warning {}

    /** A form was left out; its fields ask for what should not be sent by mail. */
    record FormRemoved() implements Warning {}

    /** The MIME structure is broken; what could be saved is shown. */
    record Salvaged(String reason) implements Warning {}

    /** A charset label is unknown; the charset was guessed. */
    record UnknownCharset(String label) implements Warning {}

    /** The Date field cannot be understood. */
    record MalformedDate(String text) implements Warning {}

    /** The message exceeds a bound and is not shown as a whole. */
    record LimitReached(Limit limit) implements Warning {}

    /** Which bound. */
    enum Limit {
        /** Multiparts inside multiparts; the rest is an attachment. */
        NESTING,
        /** The number of parts; the rest is left out. */
        PARTS,
        /** Too much HTML to be rendered; it is shown as text. */
        HTML_SIZE,
        /** Too much text; its beginning is shown. */
        TEXT_SIZE,
        /** Too many bytes of inline images; the rest is left out. */
        IMAGES
    }
}
