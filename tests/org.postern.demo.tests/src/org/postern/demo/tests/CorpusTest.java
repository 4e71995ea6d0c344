package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.demo.DemoServer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo mail has what a mail program should be tried with, and nothing that is broken. */
class CorpusTest {
    private static final DateTimeFormatter INTERNAL_DATE =
            DateTimeFormatter.ofPattern("d-MMM-yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static List<Mail> all;

    @BeforeAll
    static void fetchAll(@TempDir Path folder) throws IOException {
        try (DemoServer server = DemoServer.start(folder)) {
            all = Mail.fetchAll(server);
        }
    }

    private static long count(Predicate<Mail> wanted) {
        return all.stream().filter(wanted).count();
    }

    @Test
    void thereIsEnoughMailForEverybody() {
        assertTrue(all.size() >= 75, "only " + all.size());
        for (String user : List.of("anna", "jonas", "mei", "omar", "ruth")) {
            assertTrue(count(mail -> mail.user().equals(user)) >= 3, user);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HTML newsletter with remote pictures   | <img src="https://[^"]+\\.jpg"
                    tracking pixel                         | <img[^>]+width="1" height="1"
                    remote style sheet                     | <link rel="stylesheet" href="https://
                    script                                 | <script>
                    form in a mail                         | <form action="http
                    plain text                             | ^Content-Type: text/plain
                    flowed text                            | format=flowed
                    PDF                                    | ^Content-Type: application/pdf
                    PNG                                    | ^Content-Type: image/png
                    JPEG                                   | ^Content-Type: image/jpeg
                    ZIP                                    | ^Content-Type: application/zip
                    CSV                                    | ^Content-Type: text/csv
                    ICS attachment                         | attachment;\\s+filename="[^"]+\\.ics"
                    DOCX                                   | wordprocessingml\\.document
                    inline image                           | ^Content-ID: <chick@
                    image by its id                        | src="cid:
                    related parts                          | multipart/related
                    alternative parts                      | multipart/alternative
                    encoded word in B                      | ^Subject: =\\?utf-8\\?B\\?
                    encoded word in Q                      | =\\?utf-8\\?Q\\?
                    encoded word in ISO-2022-JP            | =\\?iso-2022-jp\\?B\\?
                    RFC 2231 file name                     | filename\\*=utf-8''
                    RFC 2231 file name in pieces           | filename\\*0\\*=utf-8''
                    calendar invitation                    | ^Content-Type: text/calendar;.*method=REQUEST
                    S/MIME signature                       | protocol="application/pkcs7-signature"
                    PGP/MIME signature                     | protocol="application/pgp-signature"
                    bounce                                 | report-type=delivery-status
                    mailing list                           | ^List-Id:
                    way out of a list                      | ^List-Unsubscribe:
                    one-click way out                      | ^List-Unsubscribe-Post:
                    forwarded message                      | ^Content-Type: message/rfc822
                    windows-1256                           | charset=windows-1256
                    shift_jis                              | charset=shift_jis
                    iso-2022-jp                            | charset=iso-2022-jp
                    euc-kr                                 | charset=euc-kr
                    gb2312                                 | charset=gb2312
                    wrong charset label                    | charset=us-ascii\\R(.+\\R)*\\R.*[\\x80-\\x9f]
                    raw eight-bit header                   | ^Subject: Gr[\\x80-\\xff]
                    malformed date                         | ^Date: Tue, 31 Feb 2025 25:61:00
                    another malformed date                 | ^Date: yesterday afternoon
                    draft                                  | ^Subject: The greenhouse, an idea
                    """)
    void hasA(String name, String regex) {
        assertTrue(all.stream().anyMatch(mail -> mail.has(regex)), name);
    }

    @ParameterizedTest
    @CsvSource({"\\Seen", "\\Flagged", "\\Answered", "\\Draft", "$Forwarded"})
    void someMessagesHaveTheFlagAndSomeHaveNot(String flag) {
        long with = count(mail -> mail.facts().contains(flag));
        assertTrue(with > 0 && with < all.size(), flag + " " + with);
    }

    @Test
    void theInboxesHaveUnreadMail() {
        for (String user : List.of("anna", "jonas", "mei", "omar", "ruth")) {
            Predicate<Mail> inbox = mail -> mail.mailbox().equals("\"INBOX\"");
            assertTrue(
                    count(
                                    inbox.and(mail -> mail.user().equals(user))
                                            .and(mail -> !mail.facts().contains("Seen")))
                            > 0,
                    user);
        }
    }

    @Test
    void oneAttachmentHasTwoMegabytes() {
        Mail mail = all.stream().filter(m -> m.has("audio/x-wav")).findFirst().orElseThrow();
        String base64 = mail.text().replaceAll("(?s).*audio/x-wav.*?\r\n\r\n(.*?)\r\n--.*", "$1");
        byte[] wav = Base64.getMimeDecoder().decode(base64);
        assertTrue(wav.length > 1_900_000 && wav.length < 2_200_000, "size " + wav.length);
    }

    @Test
    void someLinesAndSubjectsAreVeryLong() {
        assertTrue(all.stream().anyMatch(mail -> mail.has("^.{1000,}$")));
        assertTrue(all.stream().anyMatch(mail -> mail.field("Subject").length() > 200));
        assertTrue(all.stream().anyMatch(mail -> mail.field("To").split(",").length > 39));
    }

    @Test
    void repliesPointAtMessagesThatAreThere() {
        Set<String> ids = new HashSet<>();
        all.forEach(mail -> ids.add(mail.field("Message-ID")));
        List<Mail> replies = all.stream().filter(m -> !m.field("In-Reply-To").isEmpty()).toList();
        assertTrue(replies.size() >= 14, "replies " + replies.size());
        for (Mail reply : replies) {
            String references = reply.field("References");
            assertTrue(references.endsWith(reply.field("In-Reply-To")), reply.toString());
            for (String reference : references.trim().split("\\s+")) {
                assertTrue(ids.contains(reference), reply + " refers to " + reference);
            }
        }
    }

    @Test
    void oneMessageIdIsUsedTwice() {
        assertEquals(2, count(mail -> mail.field("Message-ID").equals("<reminder@vhs.example>")));
    }

    @Test
    void someHeadersAreMissing() {
        for (String name : List.of("Date", "Subject", "Message-ID", "MIME-Version")) {
            assertTrue(count(mail -> mail.field(name).isEmpty()) > 0, name);
        }
    }

    @Test
    void onePhishingLinkShowsAnotherHostThanItsTarget() {
        Pattern link = Pattern.compile("<a href=\"http://([^/]+)/[^\"]*\">https://([^/<]+)");
        List<String> bad = new ArrayList<>();
        for (Mail mail : all) {
            Matcher matcher = link.matcher(mail.text().replace("=\r\n", "").replace("=3D", "="));
            if (matcher.find() && !matcher.group(1).equals(matcher.group(2))) {
                bad.add(mail.toString());
            }
        }
        assertFalse(bad.isEmpty());
    }

    @Test
    void everyLineEndsWithCrlf() {
        for (Mail mail : all) {
            assertFalse(
                    Pattern.compile("(?<!\r)\n|\r(?!\n)").matcher(mail.text()).find(), mail + "");
        }
    }

    @Test
    void nobodyIsReal() {
        Pattern host =
                Pattern.compile("@([\\w-]+\\.)*([\\w-]+)[>\\s,\"]|https?://[\\w.-]*\\.(\\w+)");
        for (Mail mail : all) {
            Matcher matcher = host.matcher(mail.header());
            while (matcher.find()) {
                assertTrue(matcher.group().contains("example"), mail + " " + matcher.group());
            }
        }
    }

    @Test
    void theNewestIsMinutesOldAndNothingIsFromTheFuture() {
        OffsetDateTime now = OffsetDateTime.now();
        List<OffsetDateTime> arrivals = all.stream().map(CorpusTest::arrival).sorted().toList();
        OffsetDateTime newest = arrivals.get(arrivals.size() - 1);
        assertTrue(newest.isBefore(now), "newest " + newest);
        assertTrue(newest.isAfter(now.minus(Duration.ofMinutes(10))), "newest " + newest);
        assertTrue(arrivals.get(0).isBefore(now.minus(Duration.ofDays(365))));
    }

    private static OffsetDateTime arrival(Mail mail) {
        String date = mail.facts().replaceAll(".*INTERNALDATE \"\\s*([^\"]+)\".*", "$1");
        return OffsetDateTime.parse(date, INTERNAL_DATE);
    }

    @Test
    void datesInTheHeaderAgreeWithTheArrival() {
        DateTimeFormatter rfc = DateTimeFormatter.RFC_1123_DATE_TIME;
        long checked = 0;
        for (Mail mail : all) {
            String date = mail.field("Date");
            if (date.matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} [0-2]\\d:[0-5]\\d:\\d\\d .*")) {
                OffsetDateTime sent = OffsetDateTime.parse(date, rfc);
                assertEquals(arrival(mail).toInstant(), sent.toInstant(), mail.toString());
                checked++;
            }
        }
        assertTrue(checked > 80, "checked " + checked);
    }

    @Test
    void theInvitationIsForTheFuture() {
        Mail mail = all.stream().filter(m -> m.has("^METHOD:REQUEST")).findFirst().orElseThrow();
        String start = mail.text().replaceAll("(?s).*DTSTART:(\\d{8}).*", "$1");
        String today = OffsetDateTime.now().format(DateTimeFormatter.BASIC_ISO_DATE);
        assertTrue(start.compareTo(today.substring(0, 8)) > 0, start);
    }
}
