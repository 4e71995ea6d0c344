package org.postern.message.internal;

/**
 * The bounds that keep hostile mail from using up time and memory. A message beyond one of them is
 * shown as far as it goes.
 */
public final class Limits {

    /** Bytes of a header block that are kept. */
    public static final int HEADER_BYTES = 1 << 20;

    /** Fields of a header block that are kept. */
    public static final int HEADER_FIELDS = 10_000;

    /** Bytes of one header line that are kept. */
    public static final int HEADER_LINE = 64 * 1024;

    /** Addresses or identifiers of one field that are kept. */
    public static final int LIST_ITEMS = 10_000;

    /** Multiparts inside multiparts. */
    public static final int DEPTH = 100;

    /** Parts of a message. */
    public static final int PARTS = 10_000;

    /** Bytes of HTML that are rendered as HTML. */
    public static final int HTML_BYTES = 10 << 20;

    /** Tags of HTML that are rendered as HTML; parsers need long for very many. */
    public static final int HTML_TAGS = 200_000;

    /** Bytes of a text body that are shown. */
    public static final int TEXT_BYTES = 10 << 20;

    /** Bytes of inline images put into one page, a repeated image counted each time. */
    public static final long EMBEDDED_BYTES = 25L << 20;

    /** Bytes of a multipart that Jakarta Mail, which keeps preambles in memory, may split. */
    public static final long SPLIT_BYTES = 64L << 20;

    /** Bytes scanned for boundaries, over all levels, as a multiple of the message's size. */
    public static final int SCANS = 20;

    /** Length of a boundary that is honoured; RFC 2046 allows 70. */
    public static final int BOUNDARY = 250;

    private Limits() {}
}
