package org.postern.message;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A point in time of a calendar.
 *
 * @param local date and time as the organizer wrote them
 * @param zone the zone they are meant in; empty for floating times and for zones that are not known
 * @param wholeDay whether the time of day means nothing
 */
public record CalendarTime(LocalDateTime local, Optional<ZoneId> zone, boolean wholeDay) {

    public CalendarTime {
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(zone, "zone");
    }
}
