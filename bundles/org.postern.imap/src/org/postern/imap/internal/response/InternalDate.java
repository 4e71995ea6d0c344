package org.postern.imap.internal.response;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The {@code date-time} of RFC 9051 §9. */
public final class InternalDate {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** {@code dd-Mmm-yyyy hh:mm:ss +zzzz} */
    private static final int LENGTH = 26;

    private static final DateTimeFormatter WRITE =
            DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss XXXX", Locale.ENGLISH);

    private InternalDate() {}

    /**
     * Without its quotes; empty when it is no date. By hand, for a formatter or a pattern costs
     * more than all the rest of a message's parsing.
     */
    public static Optional<Instant> parse(byte[] text) {
        int start = text.length == LENGTH - 1 ? -1 : 0; // a day of one digit without its blank
        boolean sound =
                text.length + (start < 0 ? 1 : 0) == LENGTH
                        && at(text, start + 2) == '-'
                        && at(text, start + 6) == '-'
                        && at(text, start + 11) == ' '
                        && at(text, start + 14) == ':'
                        && at(text, start + 17) == ':'
                        && at(text, start + 20) == ' ';
        try {
            return sound ? Optional.of(instant(text, start)) : Optional.empty();
        } catch (DateTimeException aThirtyFirstOfFebruary) {
            return Optional.empty();
        }
    }

    private static int at(byte[] text, int index) {
        return index < 0 ? ' ' : text[index];
    }

    private static Instant instant(byte[] text, int start) {
        LocalDateTime local =
                LocalDateTime.of(
                        number(text, start + 7, 4),
                        month(text, start + 3),
                        number(text, start, 2),
                        number(text, start + 12, 2),
                        number(text, start + 15, 2),
                        number(text, start + 18, 2));
        return local.toInstant(zone(text, start + 21));
    }

    private static int number(byte[] text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int c = at(text, i);
            boolean blank = c == ' ' && i == from && digits == 2;
            if (!blank && (c < '0' || c > '9')) {
                throw new DateTimeException("not a number");
            }
            value = value * 10 + (blank ? 0 : c - '0');
        }
        return value;
    }

    /** 0, which is none, for what is no month's name. */
    private static int month(byte[] text, int from) {
        for (int month = 0; month < 12; month++) {
            if (isMonth(text, from, 3 * month)) {
                return month + 1;
            }
        }
        return 0;
    }

    private static boolean isMonth(byte[] text, int from, int name) {
        return (text[from] | 0x20) == MONTHS.charAt(name)
                && (text[from + 1] | 0x20) == MONTHS.charAt(name + 1)
                && (text[from + 2] | 0x20) == MONTHS.charAt(name + 2);
    }

    private static ZoneOffset zone(byte[] text, int from) {
        int seconds = number(text, from + 1, 2) * 3600 + number(text, from + 3, 2) * 60;
        return switch (text[from]) {
            case '+' -> ZoneOffset.ofTotalSeconds(seconds);
            case '-' -> ZoneOffset.ofTotalSeconds(-seconds);
            default -> throw new DateTimeException("not a zone");
        };
    }

    /** Without quotes, in UTC. */
    public static String format(Instant instant) {
        return WRITE.format(instant.atOffset(ZoneOffset.UTC)).replace("Z", "+0000");
    }
}
