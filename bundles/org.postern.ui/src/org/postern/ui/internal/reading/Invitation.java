package org.postern.ui.internal.reading;

import org.postern.message.CalendarSummary;
import org.postern.message.CalendarTime;
import org.postern.ui.internal.Messages;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in one line what a calendar part is about, in the reader's own time. */
final class Invitation {

    private static final String BETWEEN = " · ";

    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;

    Invitation(ZoneId zone, Locale locale) {
        this.zone = zone;
        day = DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale);
        minute = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", locale);
    }

    /** Title, time, place and who invites, as far as they are told. */
    String line(CalendarSummary event) {
        List<String> parts = new ArrayList<>();
        parts.add(event.summary());
        parts.add(event.start().map(this::time).orElse(""));
        parts.add(event.location());
        parts.add(
                event.organizer()
                        .map(o -> Messages.bind(Messages.Invitation_by, o.display()))
                        .orElse(""));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(BETWEEN));
    }

    private String time(CalendarTime time) {
        if (time.wholeDay()) {
            return day.format(time.local());
        }
        LocalDateTime here =
                time.zone()
                        .map(z -> time.local().atZone(z).withZoneSameInstant(zone))
                        .map(there -> there.toLocalDateTime())
                        .orElse(time.local());
        return minute.format(here);
    }
}
