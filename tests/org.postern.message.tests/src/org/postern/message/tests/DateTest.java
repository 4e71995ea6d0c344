package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.postern.message.tests.Mails.headers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.message.Warning.MalformedDate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class DateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 06 Aug 2002 06:48:09 -0400 (EDT)|2002-08-06T10:48:09Z",
                "6 Aug 2002 06:48 GMT|2002-08-06T06:48:00Z",
                "Tue,6 Aug 2002 06:48:09 EST|2002-08-06T11:48:09Z",
                "Tue, 06 Aug 02 06:48:09 PDT|2002-08-06T13:48:09Z",
                "Tue, 06 Aug 98 06:48:09 Z|1998-08-06T06:48:09Z",
                "Tue, 06 Aug 102 06:48:09 +0000|2002-08-06T06:48:09Z",
                "Tuesday, 06-Aug-02 06:48:09 UT|2002-08-06T06:48:09Z",
                "Tue Aug  6 11:51:02 2002|2002-08-06T11:51:02Z",
                "Tue Aug  6 11:51:02 EDT 2002|2002-08-06T15:51:02Z",
                "Aug 6, 2002 1:05:09 PM +0100|2002-08-06T12:05:09Z",
                "2002-08-06T11:51:02+02:00|2002-08-06T09:51:02Z",
                "2002/09/14 Sat 02:29:32 CDT|2002-09-14T07:29:32Z",
                "Tue, 06 Aug 2002 06:48:60 +0000|2002-08-06T06:48:59Z",
                "Tue, 06 Aug 2002 06:48:09 +9999|2002-08-06T06:48:09Z",
                "Tue, 06 Aug 2002 06:48:09 Mars/Olympus|2002-08-06T06:48:09Z",
                "Tue, 06 Aug 2002 06:48:09 GMT+0200|2002-08-06T04:48:09Z",
                "Tue, 06 Aug 2002 06:48:09 A|2002-08-06T06:48:09Z",
                "Tue, 06 Aug 2002 06:48:09|2002-08-06T06:48:09Z",
                "Tue, 06 August 2002 06.48.09 +0000|2002-08-06T06:48:09Z",
                "Tue, 06 Aug 2002 06:48:09.123 +0000|2002-08-06T06:48:09Z",
                "Nonsense, 06 Aug 2002 06:48:09 +0000|2002-08-06T06:48:09Z"
            })
    void readsDates(String raw, Instant expected) {
        assertEquals(Optional.of(expected), headers("Date: " + raw).date());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "31 Feb 2002 10:00:00 +0000", "6 Xyz 2002 10:00", "99:99", "-"})
    void givesTheTextOfADateItCannotRead(String raw) {
        assertEquals(Optional.empty(), headers("Date: " + raw).date());
        assertEquals(Optional.of(raw), headers("Date: " + raw).dateText());
    }

    @Test
    void warnsOfAMalformedDate() {
        assertEquals(
                List.of(new MalformedDate("soon")), Mails.read("Date: soon", "", "x").warnings());
    }
}
