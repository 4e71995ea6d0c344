package org.postern.message.internal.text;

import org.postern.core.MailAddress;
import org.postern.message.CalendarSummary;
import org.postern.message.CalendarTime;
import org.postern.message.internal.header.Clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the first event of a calendar (RFC 5545), only what a summary shows. */
public final class CalendarReader {

    private static final int ATTENDEES = 500;

    private final List<MailAddress> attendees = new ArrayList<>();
    private String method = "";
    private String summary = "";
    private String location = "";
    private Optional<CalendarTime> start = Optional.empty();
    private Optional<CalendarTime> end = Optional.empty();
    private Optional<MailAddress> organizer = Optional.empty();
    private boolean repeats;
    private int nesting;
    private boolean seen;

    private CalendarReader() {}

    /** The summary; empty when the text holds no event. */
    public static Optional<CalendarSummary> read(String text) {
        return new CalendarReader().run(text);
    }

    private Optional<CalendarSummary> run(String text) {
        String unfolded = text.replaceAll("\r\n|\r", "\n").replaceAll("\n[ \t]", "");
        for (String line : unfolded.split("\n")) {
            CalendarLine.read(line).ifPresent(this::take);
        }
        return seen
                ? Optional.of(
                        new CalendarSummary(
                                method, summary, start, end, location, organizer, attendees,
                                repeats))
                : Optional.empty();
    }

    private void take(CalendarLine line) {
        switch (line.name()) {
            case "METHOD" -> method = Clean.line(line.value()).toUpperCase(Locale.ROOT);
            case "BEGIN" -> begin(line.value());
            case "END" -> nesting = nesting > 0 ? nesting - 1 : 0;
            default -> property(line);
        }
    }

    /** Counts components from the first event inwards; later events stay outside. */
    private void begin(String component) {
        if (nesting > 0) {
            nesting++;
        } else if (!seen && component.strip().equalsIgnoreCase("VEVENT")) {
            seen = true;
            nesting = 1;
        }
    }

    private void property(CalendarLine line) {
        if (nesting != 1) {
            return;
        }
        switch (line.name()) {
            case "SUMMARY" -> summary = line.text();
            case "LOCATION" -> location = line.text();
            case "DTSTART" -> start = line.time();
            case "DTEND" -> end = line.time();
            case "RRULE", "RDATE" -> repeats = true;
            case "ORGANIZER" -> organizer = line.person();
            case "ATTENDEE" -> attendee(line);
            default -> {
                // The summary shows nothing else.
            }
        }
    }

    private void attendee(CalendarLine line) {
        if (attendees.size() < ATTENDEES) {
            line.person().ifPresent(attendees::add);
        }
    }
}
