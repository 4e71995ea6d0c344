package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.message.PlainText;
import org.postern.message.PlainText.Line;
import org.postern.message.Preview;
import org.postern.message.ReadableMessage;
import org.postern.message.SafeHtml;
import org.postern.message.Theme;

import java.util.List;
import java.util.stream.Collectors;

class PlainTextTest {

    private static String flowed(String parameters, String... lines) {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: text/plain; format=flowed" + parameters,
                        "",
                        String.join("\r\n", lines));
        return read.text().lines().stream()
                .map(line -> line.depth() + ":" + line.text())
                .collect(Collectors.joining("|"));
    }

    private static String html(String... lines) {
        String page = SafeHtml.render(Mails.plain(lines), Theme.LIGHT);
        int from = page.indexOf("pre-wrap\">") + 10;
        return page.substring(from, page.indexOf("</div></div></body>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own words|0|own words",
                "> quoted|1|quoted",
                ">quoted|1|quoted",
                ">> twice|2|twice",
                "> > twice|2|twice",
                ">> > >thrice and one|4|thrice and one",
                ">   indented|1|'  indented'",
                "a > b|0|a > b"
            })
    void countsQuoteMarks(String raw, int depth, String text) {
        assertEquals(List.of(new Line(depth, text)), PlainText.of(raw).lines());
    }

    @Test
    void keepsEmptyLinesButNotThoseAtTheEnd() {
        assertEquals("a\n\nb", PlainText.of("a\n\nb\n\n\n").toString());
    }

    @Test
    void joinsFlowedLines() {
        assertEquals("0:one two three|0:four", flowed("", "one ", "two ", "three", "four"));
    }

    @Test
    void joinsFlowedQuotesOfOneDepthOnly() {
        assertEquals("1:one two|2:three|0:four", flowed("", "> one ", ">two ", ">> three", "four"));
    }

    @Test
    void removesTheStuffedSpace() {
        assertEquals("0:>not a quote|0:From here", flowed("", " >not a quote", " From here"));
    }

    @Test
    void deletesTheSpaceWhenAskedTo() {
        assertEquals("0:日本語", flowed("; delsp=yes", "日本 ", "語"));
    }

    @Test
    void neverJoinsTheSignatureMark() {
        assertEquals("0:text|0:-- |0:me", flowed("", "text ", "-- ", "me"));
    }

    @Test
    void refusesANegativeDepth() {
        assertThrows(IllegalArgumentException.class, () -> new Line(-1, ""));
    }

    @Test
    void showsQuotesAsNestedBars() {
        assertEquals(
                "<div dir=\"auto\">a</div><blockquote class=\"quote\"><div dir=\"auto\">b</div>"
                        + "<blockquote class=\"quote\"><div dir=\"auto\">c</div></blockquote>"
                        + "</blockquote><div dir=\"auto\">d</div>",
                html("a", "> b", ">> c", "d"));
    }

    @Test
    void setsTheSignatureApart() {
        assertEquals(
                "<div dir=\"auto\">a</div><div class=\"signature\"><div dir=\"auto\">-- </div>"
                        + "<div dir=\"auto\">me</div></div>",
                html("a", "-- ", "me"));
    }

    @Test
    void escapesMarkup() {
        assertEquals("<div dir=\"auto\">&lt;b&gt; &amp; &quot;</div>", html("<b> & \""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "see https://x.org/a.|https://x.org/a|https://x.org/a",
                "(https://x.org/a)|https://x.org/a|https://x.org/a",
                "<https://x.org/a>|https://x.org/a|https://x.org/a",
                "https://x.org/a_(b)|https://x.org/a_(b)|https://x.org/a_(b)",
                "www.x.org|http://www.x.org/|www.x.org",
                "Ask ada@x.org, please|mailto:ada@x.org|ada@x.org",
                "url:http://x.org|http://x.org/|http://x.org",
                "a https://x.org/?a=1&b=2|https://x.org/?a=1&amp;b=2|https://x.org/?a=1&amp;b=2"
            })
    void makesLinks(String line, String href, String shown) {
        String expected =
                "<a href=\""
                        + href
                        + "\" title=\""
                        + href
                        + "\" rel=\"noreferrer noopener nofollow\">"
                        + shown
                        + "</a>";
        assertTrue(html(line).contains(expected), html(line));
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "ftp://x.org", "a@b", "@", "http://", "x.org", "www."})
    void makesNoOtherLinks(String word) {
        assertFalse(html(word).contains("<a "), html(word));
    }

    @Test
    void previewsTheOwnWordsOnOneLine() {
        PlainText text = PlainText.of("> quoted\n\nHello  there,\n----\nhow are you?\n-- \nme");
        assertEquals("Hello there, how are you?", Preview.of(text));
    }

    @Test
    void previewsTheQuotationWhenThereIsNothingElse() {
        assertEquals("quoted", Preview.of(PlainText.of("> quoted")));
        assertEquals("", Preview.of(PlainText.EMPTY));
    }

    @Test
    void previewsWithoutLinkTargets() {
        assertEquals(
                "Read it now",
                Preview.of(Mails.html("<a href=https://x.org/long>Read it</a> now")));
    }

    @Test
    void cutsALongPreviewBetweenCharacters() {
        String preview = Preview.of(PlainText.of("😀".repeat(500)));
        assertEquals(200, preview.codePointCount(0, preview.length()));
        assertTrue(preview.endsWith("😀…"));
    }
}
