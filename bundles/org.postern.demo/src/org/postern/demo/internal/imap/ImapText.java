package org.postern.demo.internal.imap;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Small pieces of IMAP's grammar that several commands write. */
final class ImapText {
    private static final DateTimeFormatter DATE_TIME =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("ppd-MMM-yyyy HH:mm:ss xx")
                    .toFormatter(Locale.ENGLISH);

    private ImapText() {}

    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String dateTime(OffsetDateTime time) {
        return '"' + DATE_TIME.format(time) + '"';
    }

    static OffsetDateTime parseDateTime(String text) {
        try {
            return OffsetDateTime.parse(text, DATE_TIME);
        } catch (DateTimeException e) {
            throw Refusal.bad("Not a date-time: " + text);
        }
    }
}
