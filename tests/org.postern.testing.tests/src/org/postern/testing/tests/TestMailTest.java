package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.testing.TestMail;

import java.time.Instant;

class TestMailTest {

    @Test
    void writesAMessageWithCrlf() {
        String mail =
                text(
                        TestMail.subject("Hello")
                                .date(Instant.parse("2026-02-03T04:05:06Z"))
                                .text("one\ntwo\n"));
        assertTrue(mail.contains("\r\nSubject: Hello\r\n"), mail);
        assertTrue(mail.contains("\r\nDate: Tue, 3 Feb 2026 04:05:06 GMT\r\n"), mail);
        assertTrue(mail.endsWith("\r\n\r\none\r\ntwo\r\n"), mail);
        assertFalse(mail.replace("\r\n", "").contains("\n"), "a bare line feed");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 480, 481, 10_000, 1_000_000})
    void hasExactlyTheSizeThatIsAskedFor(int size) {
        assertEquals(size, TestMail.subject("Hello").size(size).bytes().length);
    }

    @Test
    void refusesASizeThatIsTooSmall() {
        TestMail mail = TestMail.subject("Hello").size(10);
        assertThrows(IllegalStateException.class, mail::bytes);
    }

    @Test
    void encodesNamesButNotAddresses() {
        String mail = text(TestMail.subject("Grüße").from("Jürgen <j@example.org>"));
        assertTrue(mail.contains("Subject: =?utf-8?B?R3LDvMOfZQ==?="), mail);
        assertTrue(mail.contains("From: =?utf-8?B?SsO8cmdlbg==?= <j@example.org>"), mail);
    }

    @Test
    void carriesAttachments() {
        String mail =
                text(TestMail.subject("x").attachment("a.bin", "application/x", new byte[] {1, 2}));
        assertTrue(mail.contains("multipart/mixed; boundary=frontier"), mail);
        assertTrue(mail.contains("filename=\"a.bin\"\r\n"), mail);
        assertTrue(mail.endsWith("\r\nAQI=\r\n--frontier--\r\n"), mail);
    }

    @Test
    void makesSeriesOfDifferentMessages() {
        var series = TestMail.series(3);
        assertEquals(3, series.stream().map(m -> new String(m, UTF_8)).distinct().count());
        assertTrue(new String(series.get(2), UTF_8).contains("Subject: Message 3\r\n"));
        assertTrue(new String(series.get(2), UTF_8).contains("10:03:00"));
    }

    private static String text(TestMail mail) {
        return new String(mail.bytes(), UTF_8);
    }
}
