package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postern.message.tests.Mails.safe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.message.Warning.MisleadingLink;

import java.util.List;

class LinkTest {

    private static String link(String href) {
        return safe("<a href=\"" + href + "\">t</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.org/a, https://x.org/a",
        "HTTP://X.org, http://x.org/",
        "http:x.org/a, http://x.org/a",
        "https:\\\\x.org\\a, https://x.org/a",
        "http://user:pw@x.org/, http://x.org/",
        "https://пример.рф/я, https://xn--e1afmkfd.xn--p1ai/я",
        "http://x.org:8080/a, http://x.org:8080/a",
        "http://[::1]/a, http://[::1]/a",
        "mailto:a@x.org, mailto:a@x.org",
        "https://x.org/a b, https://x.org/a%20b",
        "' https://x.org/', https://x.org/"
    })
    void normalisesTargets(String href, String written) {
        assertTrue(
                link(href).contains("<a href=\"" + written + "\" title=\"" + written + "\""),
                link(href));
    }

    @Test
    void tellsNobodyWhereTheReaderCameFrom() {
        assertTrue(link("https://x.org").contains("rel=\"noreferrer noopener nofollow\""));
    }

    @Test
    void showsTheTrueTargetAndNotTheTitleOfTheMail() {
        String written = safe("<a href=https://evil.org title='https://bank.com'>t</a>");
        assertTrue(written.contains("title=\"https://evil.org/\""));
        assertFalse(written.contains("bank.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\nscript:alert(1)",
                " javascript:alert(1)",
                "&#106;avascript:1",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://x.org",
                "//x.org",
                "/relative",
                "relative",
                "#anchor",
                "http://",
                "https://a b.org",
                "http://x y@/",
                "blob:x",
                "view-source:http://x",
                "imap://x",
                "about:blank",
                "tel:1",
                "http://%65vil.org/"
            })
    void leadsNowhereElse(String href) {
        assertEquals("<div><span>t</span></div>", link(href));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://evil.org|www.bank.com|www.bank.com|evil.org",
                "https://evil.org|https://bank.com/login|bank.com|evil.org",
                "https://bank.com.evil.org|bank.com|bank.com|bank.com.evil.org",
                "https://bank.com@evil.org|click here|bank.com|evil.org",
                "http://192.0.2.1/|bank.com|bank.com|192.0.2.1",
                "https://evil.org|<b>bank</b>.com|bank.com|evil.org",
                "https://bаnk.com|bank.com|bank.com|xn--bnk-6cd.com",
                "https://a.co.uk|b.co.uk|b.co.uk|a.co.uk"
            })
    void warnsOfMisleadingLinks(String href, String text, String shown, String target) {
        assertEquals(
                List.of(new MisleadingLink(shown, target)),
                Mails.html("<a href='" + href + "'>" + text + "</a>").warnings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://bank.com/a|bank.com",
                "https://click.bank.com/a|www.bank.com",
                "https://bank.com/a|our site",
                "https://bank.com/a|Read more. Now",
                "https://x.org/r.pdf|report.pdf",
                "https://x.org|see bank.com for more",
                "mailto:a@x.org|y.org"
            })
    void acceptsHonestLinks(String href, String text) {
        assertEquals(List.of(), Mails.html("<a href='" + href + "'>" + text + "</a>").warnings());
    }
}
