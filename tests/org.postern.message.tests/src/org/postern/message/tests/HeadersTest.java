package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postern.message.tests.Mails.headers;
import static org.postern.message.tests.Mails.latin1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.message.Headers;
import org.postern.message.ReadableMessage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

class HeadersTest {

    private static Optional<String> subject(String raw) {
        return headers("Subject: " + raw).subject();
    }

    @Test
    void unfoldsContinuedLines() {
        assertEquals(Optional.of("one two"), headers("Subject: one", "\t two").subject());
    }

    @Test
    void findsFieldsInAnyCase() {
        assertEquals(Optional.of("x"), headers("SUBJECT : x").subject());
    }

    @Test
    void endsAtTheFirstEmptyLine() {
        assertEquals(Optional.empty(), headers("From: a@b.c", "", "Subject: no").subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void acceptsEveryLineEnd(String end) {
        Headers read =
                Headers.read(latin1("From: a@b.c" + end + "Subject: s" + end + end + "To: x"));
        assertEquals(Optional.of("s"), read.subject());
        assertTrue(read.to().isEmpty());
    }

    @Test
    void skipsThePostmarkOfMailboxes() {
        assertEquals(Optional.of("s"), headers("From me@x Mon Jan 1 2001", "Subject: s").subject());
    }

    @Test
    void skipsLinesThatAreNoFieldsBetweenFields() {
        Headers read = headers("Subject: s", ">From somebody else", "To: a@b.c");
        assertEquals(1, read.to().size());
    }

    @Test
    void treatsAMissingEmptyLineAsTheStartOfTheBody() {
        ReadableMessage read = Mails.read("Subject: s", "This is the body.", "More of it.");
        assertEquals("This is the body.\nMore of it.", read.text().toString());
    }

    @Test
    void readsABlockWithoutAnyFieldAsBody() {
        assertEquals("no header at all", Mails.read("no header at all").text().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?q?Gr=C3=BC=C3=9Fe?=|Grüße",
                "=?UTF-8?B?R3LDvMOfZQ==?=|Grüße",
                "=?utf-8?B?R3LDvMOfZQ?=|Grüße",
                "=?iso-8859-1?Q?caf=E9_=80?=|café €",
                "=?utf-8?Q?a?= =?utf-8?Q?b?=|ab",
                "=?utf-8?Q?a?= and =?utf-8?Q?b?=|a and b",
                "=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=|ü",
                "=?utf-8?B?4pw=?= =?utf-8?B?kw==?=|✓",
                "=?utf-8?Q?with space?=|with space",
                "=?utf-8*en?Q?tagged?=|tagged",
                "=?no-such?Q?=C3=BC?=|ü",
                "=?utf-8?X?what?=|=?utf-8?X?what?=",
                "=?utf-8?Q?unclosed|=?utf-8?Q?unclosed",
                "=?utf-8?Q?=ZZ?=|=ZZ",
                "=?gb2312?B?1tC5+g==?=|中国",
                "=?ks_c_5601-1987?B?x9GxuQ==?=|한국",
                "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=|日本",
                "=?utf-7?Q?+AOQ-x?=|äx",
                "=?utf-8?Q??=tail|tail",
                "pre=?utf-8?Q?fix?=|prefix"
            })
    void decodesEncodedWords(String raw, String decoded) {
        assertEquals(Optional.of(decoded), subject(raw));
    }

    @Test
    void readsRaw8BitAsUtf8WhereItIs() {
        assertEquals(Optional.of("Grüße"), subject("Grüße"));
    }

    @Test
    void readsOtherRaw8BitAsWestern() {
        Headers read = Headers.read(latin1("Subject: caf\u00e9 \u0093x\u0094"));
        assertEquals(Optional.of("café “x”"), read.subject());
    }

    @Test
    void readsOtherRaw8BitInTheDeclaredCharset() {
        Headers read =
                Headers.read(
                        latin1("Subject: \u00cf\u00f0\nContent-Type: text/plain; charset=koi8-r"));
        assertEquals(Optional.of("оП"), read.subject());
    }

    @Test
    void removesControlsAndDirectionOverrides() {
        assertEquals(Optional.of("abcd"), subject("a\u202eb\u0000c=?utf-8?Q?=E2=80=AE?=d"));
    }

    @Test
    void readsReferencesWithAndWithoutBrackets() {
        assertEquals(List.of("a@b", "c@d"), headers("References: <a@b>", "\t<c@d>").references());
        assertEquals(List.of("a@b", "c@d"), headers("References: a@b c@d").references());
        assertEquals(Optional.of("x@y"), headers("Message-Id: <x@y>").messageId());
        assertEquals(
                List.of("q@r"), headers("In-Reply-To: Your message <q@r> of Monday").inReplyTo());
    }

    @Test
    void keepsOnlyHarmlessUnsubscribeLinks() {
        Headers read =
                headers("List-Unsubscribe: <https://x.org/u>, <javascript:1>, <mailto:u@x.org>");
        assertEquals(List.of("https://x.org/u", "mailto:u@x.org"), read.listUnsubscribe());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/mixed; boundary=x|true",
                "multipart/alternative|false",
                "text/plain|false",
                "application/pdf|true",
                "garbage|false"
            })
    void hintsAtAttachments(String type, boolean expected) {
        assertEquals(expected, headers("Content-Type: " + type).hasAttachmentHint());
    }

    @Test
    void boundsTheNumberOfFields() {
        String many = "X-A: b\r\n".repeat(30_000) + "Subject: late\r\n\r\n";
        Headers read = Headers.read(latin1(many));
        assertEquals(10_000, read.fields().size());
        assertFalse(read.subject().isPresent());
    }

    @Test
    void boundsTheLengthOfAField() {
        Headers read = Headers.read(latin1("Subject: " + "x".repeat(5_000_000) + "\nTo: a@b.c"));
        assertTrue(read.subject().orElseThrow().length() < 70_000);
        assertEquals(1, read.to().size());
    }

    @Test
    void boundsAFieldOfManyContinuations() {
        String folded = ("\r\n " + "y".repeat(1000)).repeat(5000);
        Headers read = Headers.read(latin1("X-Long: z" + folded + "\r\nTo: a@b.c"));
        assertTrue(read.fields().stream().allMatch(field -> field.raw().length() < 1_200_000));
    }

    @Test
    void findsTheBodyBehindAHugeHeaderBlock() {
        String block = ("X-A: " + "b".repeat(1000) + "\r\n").repeat(3000);
        assertEquals("body", Mails.read(latin1(block + "\r\nbody")).text().toString());
    }

    @Test
    void readsFromAStream() throws IOException {
        Headers read = Headers.read(new ByteArrayInputStream(latin1("Subject: s\n\nbody")));
        assertEquals(Optional.of("s"), read.subject());
    }
}
