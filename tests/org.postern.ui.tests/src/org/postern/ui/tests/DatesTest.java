package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.ui.internal.look.Dates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

class DatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Dates dates = new Dates(ZoneOffset.UTC, Locale.UK);

    private String brief(String instant) {
        return dates.brief(Instant.parse(instant), NOW);
    }

    @Test
    void saysTheTimeToday() {
        assertEquals("00:01", brief("2026-11-24T00:01:00Z"));
    }

    @Test
    void saysTheWeekdayWithinAWeek() {
        assertEquals("Mon 23:59", brief("2026-11-23T23:59:00Z"));
        assertEquals("Wed 09:00", brief("2026-11-18T09:00:00Z"));
    }

    @Test
    void saysTheDayWithinTheYear() {
        assertEquals("17 Nov", brief("2026-11-17T09:00:00Z"));
    }

    @Test
    void saysTheYearOfWhatIsOlder() {
        assertEquals("31 Dec 2025", brief("2025-12-31T09:00:00Z"));
    }

    @Test
    void aDateToComeIsNoWeekdayOfThePast() {
        assertEquals("26 Nov", brief("2026-11-26T09:00:00Z"));
    }

    @Test
    void saysAllOfItOverAMessage() {
        assertEquals("Mon 23 Nov 2026, 05:30", dates.full(Instant.parse("2026-11-23T05:30:00Z")));
    }
}
