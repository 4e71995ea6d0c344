package org.postern.message.internal.header;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of RFC 5322 with its obsolete forms, and the other forms that mail is seen with: asctime,
 * ISO 8601, dashes, a month before the day, twelve-hour clocks, broken zones (taken as UTC).
 */
public final class DateReader {

    private static final int LONGEST = 200;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String CLOCK =
            "(?<hour>\\d{1,2})[:.](?<minute>\\d{1,2})(?:[:.](?<second>\\d{1,2}))?(?:[.,]\\d+)?"
                    + "\\s*(?<half>[ap]m)?";
    private static final String MONTH = "(?<month>[a-z]{3})[a-z]*\\.?";

    private static final Pattern RFC =
            Pattern.compile(
                    "(?<day>\\d{1,2})[\\s-]*"
                            + MONTH
                            + "[\\s,-]*(?<year>\\d{2,4})[\\s,]+(?:at\\s+)?"
                            + CLOCK
                            + "\\s*(?<zone>.*)");
    private static final Pattern ASCTIME =
            Pattern.compile(
                    MONTH
                            + "\\s+(?<day>\\d{1,2})\\s+"
                            + CLOCK
                            + "\\s+(?<zone>[a-z]{1,5}\\s+|[+-]\\d{4}\\s+)?(?<year>\\d{4}).*");
    private static final Pattern AMERICAN =
            Pattern.compile(
                    MONTH
                            + "\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})[\\s,]+"
                            + CLOCK
                            + "\\s*(?<zone>.*)");
    private static final Pattern ISO =
            Pattern.compile(
                    "(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})[t\\s]+(?:[a-z]{3},?\\s+)?"
                            + CLOCK
                            + "\\s*(?<zone>.*)");

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private DateReader() {}

    public static Optional<Instant> read(String raw) {
        String text = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        String plain = withoutComments(text).toLowerCase(Locale.ROOT).strip();
        return find(RFC, plain)
                .or(() -> find(ASCTIME, plain))
                .or(() -> find(AMERICAN, plain))
                .or(() -> find(ISO, plain));
    }

    private static String withoutComments(String text) {
        return text.indexOf('(') < 0 ? text : COMMENT.matcher(text).replaceAll(" ");
    }

    private static Optional<Instant> find(Pattern form, String text) {
        Matcher match = form.matcher(text);
        return match.find() ? instant(match) : Optional.empty();
    }

    private static Optional<Instant> instant(Matcher match) {
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            year(match.group("year")),
                            month(match.group("month")),
                            Integer.parseInt(match.group("day")),
                            hour(match),
                            Integer.parseInt(match.group("minute")),
                            second(match.group("second")));
            String zone = match.group("zone");
            return Optional.of(local.toInstant(ZoneReader.read(zone == null ? "" : zone)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** RFC 5322 section 4.3. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() >= 4) {
            return year;
        }
        return digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int at = MONTHS.indexOf(text);
        if (at < 0 || at % 3 != 0) {
            throw new DateTimeException("no month: " + text);
        }
        return at / 3 + 1;
    }

    private static int hour(Matcher match) {
        int hour = Integer.parseInt(match.group("hour"));
        String half = match.group("half");
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equals("pm") ? 12 : 0);
    }

    /** A leap second counts as the second before it. */
    private static int second(String digits) {
        int second = digits == null ? 0 : Integer.parseInt(digits);
        return second == 60 ? 59 : second;
    }
}
