package org.postern.demo.internal.corpus;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves the dates of the mail so that it looks fresh. What was written in the last hours moves
 * exactly to the present; older dates move by whole days, so that hardly anybody seems to write at
 * night. Dates that cannot be understood stay as they are.
 */
final class DateShift {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration RECENT = Duration.ofHours(3);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE, ", Locale.ENGLISH);
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern IN_HEADER =
            Pattern.compile(
                    "(\\w{3}, )?(\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4})");
    private static final Pattern IN_CALENDAR =
            Pattern.compile("(?m)^(DTSTART|DTEND|DTSTAMP)([^:\r\n]*:)(\\d{8})");

    private final OffsetDateTime recent;
    private final Duration exact;
    private final Duration wholeDays;

    private DateShift(OffsetDateTime newest, Duration exact) {
        this.recent = newest.minus(RECENT);
        this.exact = exact;
        this.wholeDays = Duration.ofDays(Math.floorDiv(exact.toSeconds(), DAY.toSeconds()));
    }

    /** A shift that moves one moment, the newest of all, to another. */
    static DateShift to(OffsetDateTime newest, OffsetDateTime target) {
        return new DateShift(newest, Duration.between(newest, target));
    }

    OffsetDateTime date(OffsetDateTime date) {
        return date.plus(date.isAfter(recent) ? exact : wholeDays);
    }

    /** Moves the dates in the header and in calendar entries that are not encoded. */
    byte[] message(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        String header = end < 0 ? text : text.substring(0, end);
        String moved = IN_HEADER.matcher(header).replaceAll(this::inHeader);
        String body = end < 0 ? "" : text.substring(end);
        if (body.contains("BEGIN:VCALENDAR")) {
            body = IN_CALENDAR.matcher(body).replaceAll(this::inCalendar);
        }
        return (moved + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String inHeader(MatchResult found) {
        try {
            OffsetDateTime moved = date(OffsetDateTime.parse(found.group(2), DATE));
            String weekday = found.group(1) == null ? "" : WEEKDAY.format(moved);
            return weekday + DATE.format(moved);
        } catch (DateTimeException e) {
            return Matcher.quoteReplacement(found.group());
        }
    }

    private String inCalendar(MatchResult found) {
        LocalDate day = LocalDate.parse(found.group(3), COMPACT).plusDays(wholeDays.toDays());
        return Matcher.quoteReplacement(found.group(1) + found.group(2)) + COMPACT.format(day);
    }
}
