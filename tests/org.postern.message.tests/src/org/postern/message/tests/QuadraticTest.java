package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.message.Headers;
import org.postern.message.ReadableMessage;

/** Input that took hours while something was done again from each place: all of it ends now. */
class QuadraticTest {

    private static Headers folded(String field, String piece, String end) {
        String line = "\r\n " + piece.repeat(50_000 / piece.length());
        return Headers.read(Mails.latin1(field + ":" + line.repeat(20) + end + "\r\n\r\n"));
    }

    @Test
    void readsManyUnfinishedEncodedWords() {
        assertFalse(folded("Subject", "=?a ", "?=").subject().isEmpty());
        assertFalse(folded("To", "=?a?q? ", "?=").to().isEmpty());
    }

    @Test
    void readsManyOpenBrackets() {
        assertEquals("text/plain", folded("Content-Type", "(", "").mediaType());
        assertFalse(folded("From", "(", "").from().isEmpty());
        assertTrue(folded("Date", "(", "").date().isEmpty());
    }

    @Test
    void readsAnEncodingOfManyOpenBrackets() {
        String field = "Content-Transfer-Encoding:" + ("\r\n " + "(".repeat(50_000)).repeat(20);
        assertEquals("words", Mails.read(field, "", "words").text().toString());
    }

    @Test
    void namesAFileOfManyDots() {
        String dots = "\"" + ("\r\n " + ".".repeat(50_000)).repeat(20) + "x\"";
        ReadableMessage read =
                Mails.read("Content-Disposition: attachment; filename=" + dots, "", "x");
        assertEquals(1, read.attachments().size());
    }

    @Test
    void makesTextOfManyLinksInOneLine() {
        String links = "<a href=http://x.org/a>words</a> ".repeat(90_000);
        assertTrue(Mails.html(links).text().toString().startsWith("words <http://x.org/a>"));
    }

    @Test
    void filtersLongStyles() {
        String style = "background:url(x) " + "a".repeat(19_000);
        String html = ("<p style='" + style + "'>x</p>").repeat(300);
        assertEquals(300, Mails.html(html).html().orElseThrow().blocked());
    }
}
