package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.message.ReadableMessage;
import org.postern.message.Warning.UnknownCharset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class CharsetTest {

    private static ReadableMessage read(String type, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Mails.latin1("Content-Type: " + type + "\r\n\r\n"));
        bytes.writeBytes(body);
        return Mails.read(bytes.toByteArray());
    }

    private static String text(String label, byte[] body) {
        return read("text/plain; charset=" + label, body).text().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "utf8, UTF-8, Grüße ✓",
        "iso-8859-1, windows-1252, “café” €",
        "us-ascii, UTF-8, Grüße",
        "us-ascii, windows-1252, Grüße",
        "gb2312, GB18030, 中国",
        "ks_c_5601-1987, x-windows-949, 똠방",
        "iso-2022-jp, x-windows-50221, 日本語",
        "Shift_JIS, windows-31j, ①日本",
        "big5, Big5-HKSCS, 中文",
        "koi8-r, KOI8-R, Привет",
        "\"windows-1251\", windows-1251, Привет",
        "utf-16, UTF-16, Grüße",
        "no-such-charset, UTF-8, Grüße",
        "no-such-charset, windows-1252, Grüße",
        "?!*, UTF-8, Grüße",
        "iso-8859-15, ISO-8859-15, 10 €"
    })
    void decodesUnderTheLabelsOfRealMail(String label, String encoded, String text) {
        assertEquals(text, text(label, text.getBytes(Charset.forName(encoded))));
    }

    @Test
    void guessesWithoutALabel() {
        assertEquals(
                "Grüße",
                read("text/plain", "Grüße".getBytes(StandardCharsets.UTF_8)).text().toString());
        assertEquals("Grüße", read("text/plain", Mails.latin1("Grüße")).text().toString());
    }

    @Test
    void warnsOfAnUnknownLabel() {
        assertTrue(
                read("text/plain; charset=x-martian", Mails.latin1("x"))
                        .warnings()
                        .contains(new UnknownCharset("x-martian")));
    }

    @Test
    void decodesUtf7OrLeavesItAlone() {
        assertEquals("1 + ä", text("utf-7", Mails.latin1("1 +- +AOQ-")));
        assertEquals("1 + +A", text("utf-7", Mails.latin1("1 + +A")));
    }

    @Test
    void neverLetsUtf7BecomeMarkup() {
        String html =
                read(
                                "text/html; charset=utf-7",
                                Mails.latin1("+ADw-script+AD4-alert(1)+ADw-/script+AD4-ok"))
                        .html()
                        .orElseThrow()
                        .html();
        assertTrue(html.contains("ok"));
        assertTrue(!html.contains("script"), html);
    }

    @Test
    void readsTheCharsetThatHtmlDeclaresItself() {
        String html = "<meta http-equiv=content-type content='text/html; charset=koi8-r'>";
        byte[] body = (html + "Привет").getBytes(Charset.forName("KOI8-R"));
        assertEquals("Привет", read("text/html", body).text().toString());
    }
}
