package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.message.Attachment;
import org.postern.message.Headers;
import org.postern.message.Preview;
import org.postern.message.ReadableMessage;
import org.postern.message.SafeHtml;
import org.postern.message.Theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damaged mail: whatever the bytes are, reading ends well and what is shown is harmless. */
class FuzzTest {

    private static final byte[] SEED =
            String.join(
                            "\r\n",
                            "From: =?utf-8?Q?J=C3=BCrgen?= \"x\" <j@x.org>, (c) y@z.org",
                            "To: friends: a@b.c, <@r,@s:d@e.f>;",
                            "Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?utf-8?Q?a?=",
                            "Date: Tue, 06 Aug 2002 06:48:09 -0400 (EDT)",
                            "References: <a@b> <c@d>",
                            "Content-Type: multipart/mixed; boundary=\"out er\"; x*0*=utf-8''%C3; x*1*=%BC",
                            "",
                            "preamble",
                            "--out er",
                            "Content-Type: multipart/related; boundary=rel; start=\"<r>\"",
                            "",
                            "--rel",
                            "Content-Type: multipart/alternative; boundary=alt",
                            "",
                            "--alt",
                            "Content-Type: text/plain; charset=utf-7; format=flowed; delsp=yes",
                            "Content-Transfer-Encoding: quoted-printable",
                            "",
                            "> quoted =",
                            "+AOQ- www.x.org ",
                            "more a@b.org",
                            "--alt",
                            "Content-Type: text/html; charset=gb2312",
                            "",
                            "<style>p.a{color:red}</style><p class=a style='color:red;x:url(y)'>t<img src=cid:i>"
                                    + "<a href='http://a@b.org/'>c.org</a><table><td>x",
                            "--alt--",
                            "--rel",
                            "Content-Type: image/png",
                            "Content-ID: <i>",
                            "Content-Transfer-Encoding: base64",
                            "",
                            Mails.PNG_BASE64,
                            "--rel--",
                            "--out er",
                            "Content-Type: text/calendar",
                            "",
                            "BEGIN:VEVENT",
                            "DTSTART;TZID=Europe/Berlin:20261124T150000",
                            "SUMMARY:x",
                            "END:VEVENT",
                            "--out er",
                            "Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1=\"x.txt\"",
                            "Content-Transfer-Encoding: x-uuencode",
                            "",
                            "begin 644 x",
                            "%:&5L;&\\",
                            "`",
                            "end",
                            "--out er--")
                    .getBytes(StandardCharsets.UTF_8);

    private static final List<String> PIECES =
            List.of(
                    "\r\n",
                    "\n",
                    "\r\n\r\n",
                    "--out er",
                    "--",
                    "=?",
                    "?=",
                    "\"",
                    "<",
                    ">",
                    "(",
                    ";",
                    "=",
                    "*",
                    "%",
                    "\0",
                    "\u00ff",
                    "\u0080",
                    "<!--",
                    "<style>",
                    "</",
                    ":",
                    "begin 1 x\n",
                    "Content-Type: multipart/x; boundary=alt\r\n",
                    "charset=",
                    "\\",
                    "@",
                    ",",
                    "+A");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damagedMailNeverThrows(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            checkAll(damaged(random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void noiseNeverThrows(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            checkAll(noise);
        }
    }

    @Test
    void everyBeginningOfAMailIsReadable() throws IOException {
        for (int length = 0; length < SEED.length; length += 7) {
            checkAll(Arrays.copyOf(SEED, length));
        }
    }

    private static byte[] damaged(Random random) {
        StringBuilder mail = new StringBuilder(new String(SEED, StandardCharsets.ISO_8859_1));
        for (int change = random.nextInt(12); change >= 0; change--) {
            int at = random.nextInt(mail.length());
            switch (random.nextInt(4)) {
                case 0 -> mail.deleteCharAt(at);
                case 1 -> mail.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mail.setCharAt(at, (char) random.nextInt(256));
                default -> mail.delete(at, Math.min(mail.length() - 1, at + random.nextInt(60)));
            }
        }
        return mail.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void checkAll(byte[] mail) throws IOException {
        CountingBytes counted = new CountingBytes(mail);
        ReadableMessage read = Mails.read(counted);
        assertTrue(counted.count() <= 2000 + 60L * mail.length, "read " + counted.count());
        readHeaders(read.headers());
        Preview.of(read);
        HarmlessPage.check(SafeHtml.render(read, Theme.DARK));
        HarmlessPage.check(SafeHtml.render(read.text(), Theme.LIGHT));
        for (Attachment attachment : read.attachments()) {
            Mails.content(attachment);
            assertTrue(attachment.size() >= 0);
            assertTrue(attachment.name().matches("[^/\\\\\\p{Cntrl}:]+"), attachment.name());
        }
    }

    private static void readHeaders(Headers headers) {
        headers.subject();
        headers.from();
        headers.to();
        headers.date();
        headers.references();
        headers.hasAttachmentHint();
        headers.fields().forEach(field -> headers.all(field.name()));
    }
}
