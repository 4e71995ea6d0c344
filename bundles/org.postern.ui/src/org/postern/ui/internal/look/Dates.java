package org.postern.ui.internal.look;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as a person says them: the time today, the weekday this week, the day this year. */
public final class Dates {

    private static final int DAYS_OF_A_WEEK = 7;

    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter day;
    private final DateTimeFormatter year;
    private final DateTimeFormatter full;

    /**
     * @param zone the user's
     * @param locale the user's
     */
    public Dates(ZoneId zone, Locale locale) {
        this.zone = zone;
        time = DateTimeFormatter.ofPattern("HH:mm", locale);
        weekday = DateTimeFormatter.ofPattern("EEE HH:mm", locale);
        day = DateTimeFormatter.ofPattern("d MMM", locale);
        year = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
        full = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", locale);
    }

    /** For this user on this machine. */
    public static Dates here() {
        return new Dates(ZoneId.systemDefault(), Locale.getDefault());
    }

    /** Short, for a list: {@code 10:42}, {@code Mon 14:03}, {@code 12 Mar}, {@code 12 Mar 2024}. */
    public String brief(Instant instant, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), today);
        if (days == 0) {
            return time.format(then);
        }
        if (days > 0 && days < DAYS_OF_A_WEEK) {
            return weekday.format(then);
        }
        return then.getYear() == today.getYear() ? day.format(then) : year.format(then);
    }

    /** With weekday, day, year and time, for the head of a message. */
    public String full(Instant instant) {
        return full.format(instant.atZone(zone));
    }

    /** The time of day. */
    public String time(Instant instant) {
        return time.format(instant.atZone(zone));
    }
}
