package org.postern.imap.internal.response;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The {@code date-time} of RFC 9051 §9. */
public final class InternalDate {

    private static final DateTimeFormatter READ =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d-MMM-uuuu HH:mm:ss XX")
                    .toFormatter(Locale.ENGLISH);

    private static final DateTimeFormatter WRITE =
            DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss XXXX", Locale.ENGLISH);

    private InternalDate() {}

    /** Without its quotes; empty when it is no date. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip(), READ).toInstant());
        } catch (DateTimeParseException aDateOfTheServersOwnMaking) {
            return Optional.empty();
        }
    }

    /** Without quotes, in UTC. */
    public static String format(Instant instant) {
        return WRITE.format(instant.atOffset(ZoneOffset.UTC)).replace("Z", "+0000");
    }
}
