package org.postern.message;

import org.postern.core.MailAddress;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a calendar part (RFC 5545, RFC 6047) says about its first event, for showing above the text.
 *
 * @param method for example {@code REQUEST} or {@code CANCEL}, in capitals; empty when missing
 * @param summary the event's title; empty when missing
 * @param start when it begins; empty when missing or not understood
 * @param end when it ends; empty when missing, not understood or given as a duration
 * @param location where; empty when missing
 * @param organizer who invites; empty when missing
 * @param attendees who is invited
 * @param repeats whether there are further occurrences
 */
public record CalendarSummary(
        String method,
        String summary,
        Optional<CalendarTime> start,
        Optional<CalendarTime> end,
        String location,
        Optional<MailAddress> organizer,
        List<MailAddress> attendees,
        boolean repeats) {

    public CalendarSummary {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(organizer, "organizer");
        attendees = List.copyOf(attendees);
    }
}
