package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.MailAddress;
import org.postern.message.CalendarSummary;
import org.postern.message.CalendarTime;
import org.postern.message.ReadableMessage;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class CalendarTest {

    private static ReadableMessage invite(String... event) {
        return Mails.read(
                "Content-Type: text/calendar; method=REQUEST; charset=utf-8",
                "",
                "BEGIN:VCALENDAR",
                "METHOD:REQUEST",
                "BEGIN:VTIMEZONE",
                "DTSTART:19700101T000000",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                String.join("\r\n", event),
                "BEGIN:VALARM",
                "SUMMARY:not this",
                "END:VALARM",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "SUMMARY:nor this",
                "END:VEVENT",
                "END:VCALENDAR");
    }

    private static CalendarSummary event(String... lines) {
        return invite(lines).calendar().orElseThrow();
    }

    @Test
    void summarisesTheFirstEvent() {
        CalendarSummary read =
                event(
                        "SUMMARY;LANGUAGE=en:Tea\\, with",
                        "  biscuits",
                        "LOCATION:Room 5\\nupstairs",
                        "DTSTART;TZID=\"Europe/Berlin\":20261124T150000",
                        "DTEND:20261124T150000Z",
                        "ORGANIZER;CN=\"Lovelace: Ada\":mailto:ada@x.org",
                        "ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Bob:MAILTO:bob@x.org");
        assertEquals("REQUEST", read.method());
        assertEquals("Tea, with biscuits", read.summary());
        assertEquals("Room 5 upstairs", read.location());
        assertEquals(
                Optional.of(
                        new CalendarTime(
                                LocalDateTime.of(2026, 11, 24, 15, 0),
                                Optional.of(ZoneId.of("Europe/Berlin")),
                                false)),
                read.start());
        assertEquals(Optional.of(new MailAddress("Lovelace: Ada", "ada@x.org")), read.organizer());
        assertEquals(List.of(new MailAddress("Bob", "bob@x.org")), read.attendees());
        assertFalse(read.repeats());
    }

    @Test
    void knowsWholeDaysAndRepetition() {
        CalendarSummary read = event("DTSTART;VALUE=DATE:20261124", "RRULE:FREQ=DAILY");
        assertTrue(read.start().orElseThrow().wholeDay());
        assertTrue(read.repeats());
    }

    @Test
    void leavesAnUnknownZoneOut() {
        CalendarSummary read = event("DTSTART;TZID=Mars/Olympus:20261124T150000");
        assertEquals(Optional.empty(), read.start().orElseThrow().zone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DTSTART:20261399T990000", "DTSTART:soon", "DTSTART:", "DTSTART"})
    void toleratesBrokenTimes(String line) {
        assertEquals(Optional.empty(), event(line).start());
    }

    @Test
    void listsTheInvitationAsAnAttachmentToo() {
        assertEquals(List.of("invitation.ics"), Mails.names(invite("SUMMARY:x")));
    }

    @Test
    void findsNoEventInOtherText() {
        assertTrue(Mails.read("Content-Type: text/calendar", "", "words").calendar().isEmpty());
    }
}
