package org.postern.imap.internal.response;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code date-time} of RFC 9051 §9. */
public final class InternalDate {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{1,2})-([A-Za-z]{3})-([0-9]{4})"
                            + " ([0-9]{2}):([0-9]{2}):([0-9]{2}) ([+-][0-9]{4})");

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private static final DateTimeFormatter WRITE =
            DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss XXXX", Locale.ENGLISH);

    private InternalDate() {}

    /** Without its quotes; empty when it is no date. */
    public static Optional<Instant> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        try {
            return form.matches() ? Optional.of(instant(form)) : Optional.empty();
        } catch (DateTimeException aThirtyFirstOfFebruary) {
            return Optional.empty();
        }
    }

    /** By hand, for a formatter costs more than all the rest of a message's parsing. */
    private static Instant instant(Matcher form) {
        return LocalDateTime.of(
                        number(form, 3),
                        MONTHS.indexOf(form.group(2).toLowerCase(Locale.ROOT)) + 1,
                        number(form, 1),
                        number(form, 4),
                        number(form, 5),
                        number(form, 6))
                .toInstant(ZoneOffset.ofTotalSeconds(seconds(Integer.parseInt(form.group(7)))));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static int seconds(int zone) {
        return zone / 100 * 3600 + zone % 100 * 60;
    }

    /** Without quotes, in UTC. */
    public static String format(Instant instant) {
        return WRITE.format(instant.atOffset(ZoneOffset.UTC)).replace("Z", "+0000");
    }
}
