package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.message.ReadableMessage;
import org.postern.message.Warning.Limit;
import org.postern.message.Warning.LimitReached;

import java.util.Base64;
import java.util.List;
import java.util.Random;

class LimitsTest {

    private static boolean reached(ReadableMessage read, Limit limit) {
        return read.warnings().contains(new LimitReached(limit));
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b" + level + "\n\n");
            mail.append("--b" + level + "\n");
        }
        mail.append("\ninnermost\n");
        for (int level = depth - 1; level >= 0; level--) {
            mail.append("--b" + level + "--\n");
        }
        return mail.toString();
    }

    @Test
    void readsDeepNesting() {
        assertEquals("innermost", Mails.read(Mails.latin1(nested(15))).text().toString());
        ReadableMessage deeper = Mails.read(Mails.latin1(nested(99)));
        assertEquals("innermost", deeper.text().toString());
    }

    @Test
    void stopsAtAbsurdNesting() {
        ReadableMessage read = Mails.read(Mails.latin1(nested(5000)));
        assertTrue(reached(read, Limit.NESTING));
        assertEquals(1, read.attachments().size());
    }

    @Test
    void doesNotReadALargeNestedMessageAHundredTimes() {
        byte[] mail = Mails.latin1(nested(90).replace("innermost", "x".repeat(10_000_000)));
        CountingBytes counted = new CountingBytes(mail);
        Mails.read(counted);
        assertTrue(counted.count() < 60L * mail.length, "read " + counted.count());
    }

    @Test
    void stopsAtTooManyParts() {
        String mail = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(12_000);
        assertTrue(reached(Mails.read(Mails.latin1(mail + "--b--")), Limit.PARTS));
    }

    @Test
    void showsTooMuchHtmlAsText() {
        ReadableMessage read = Mails.html("<b>word</b> ".repeat(800_000));
        assertTrue(reached(read, Limit.HTML_SIZE));
        assertTrue(read.html().isEmpty());
        assertTrue(read.text().toString().contains("word"));
        assertEquals(List.of("attachment.html"), Mails.names(read));
    }

    @Test
    void showsTooManyTagsAsText() {
        ReadableMessage read = Mails.html("<b>".repeat(200_001) + "word");
        assertTrue(reached(read, Limit.HTML_SIZE));
        assertEquals("word", read.text().toString().strip());
    }

    @Test
    void cutsTooMuchText() {
        ReadableMessage read = Mails.plain("word ".repeat(2_500_000));
        assertTrue(reached(read, Limit.TEXT_SIZE));
        assertTrue(read.text().toString().length() <= 10 << 20);
        assertEquals(List.of("attachment.txt"), Mails.names(read));
    }

    @Test
    void boundsRepeatedInlineImages() {
        byte[] noise = new byte[700_000];
        new Random(3).nextBytes(noise);
        System.arraycopy(Mails.PNG, 0, noise, 0, 8);
        String image = Base64.getMimeEncoder().encodeToString(noise);
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/related; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<img src=cid:i>".repeat(1000),
                        "--b",
                        "Content-Type: image/png",
                        "Content-ID: <i>",
                        "Content-Transfer-Encoding: base64",
                        "",
                        image,
                        "--b--");
        assertTrue(reached(read, Limit.IMAGES));
        assertTrue(read.html().orElseThrow().html().length() < 40 << 20);
    }

    @Test
    void survivesDeeplyNestedHtml() {
        for (String tag :
                List.of("div", "b", "table", "blockquote", "a href=x", "font", "ul><li")) {
            ReadableMessage read = Mails.html(("<" + tag + ">").repeat(40_000) + "words");
            assertTrue(read.text().toString().contains("words"), tag);
        }
    }

    @Test
    void survivesEndlessQuotes() {
        ReadableMessage read = Mails.plain(">".repeat(1_000_000) + " words");
        assertTrue(read.text().lines().getFirst().depth() <= 100);
    }
}
