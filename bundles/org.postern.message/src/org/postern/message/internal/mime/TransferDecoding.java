package org.postern.message.internal.mime;

import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QPDecoderStream;
import org.eclipse.angus.mail.util.UUDecoderStream;
import org.postern.message.Bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

/** Content transfer encodings (RFC 2045 section 6); an unknown one is taken as none. */
public enum TransferDecoding {
    NONE,
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE;

    private static final int LONGEST = 200;
    private static final int COUNTED_BYTES = 1 << 20;

    /** By the text of a Content-Transfer-Encoding field. */
    public static TransferDecoding named(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String name = bounded.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)|[\"';\\s]", "");
        return switch (name) {
            case "base64", "b", "b64" -> BASE64;
            case "quoted-printable", "quotedprintable", "qp", "q" -> QUOTED_PRINTABLE;
            case "x-uuencode", "uuencode", "x-uue", "uue" -> UUENCODE;
            default -> NONE;
        };
    }

    /**
     * The decoded content. Damage is skipped over or ends it; it fails only where the source does.
     */
    public InputStream open(Bytes encoded) {
        InputStream source = encoded.open();
        return switch (this) {
            case NONE -> source;
            case BASE64 -> new TolerantStream(new BASE64DecoderStream(source, true));
            case QUOTED_PRINTABLE -> new TolerantStream(new QPDecoderStream(source));
            case UUENCODE -> new TolerantStream(new UUDecoderStream(source, true, true));
        };
    }

    /** The decoded size, an estimate for large irregular text. */
    public long size(Bytes encoded) throws IOException {
        if (this == NONE) {
            return encoded.size();
        }
        if (encoded.size() <= COUNTED_BYTES) {
            try (InputStream content = open(encoded)) {
                return content.transferTo(OutputStream.nullOutputStream());
            }
        }
        return this == BASE64 ? Base64Size.of(encoded) : encoded.size();
    }
}
