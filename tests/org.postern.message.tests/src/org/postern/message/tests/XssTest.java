package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.message.SafeHtml;
import org.postern.message.Theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Hostile HTML, one piece per line of {@code xss.txt}. */
class XssTest {

    static List<String> vectors() throws IOException {
        try (InputStream lines = XssTest.class.getResourceAsStream("xss.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String page(String html) {
        return SafeHtml.render(Mails.html(html), Theme.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isHarmlessAlone(String vector) {
        HarmlessPage.check(page(vector));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isHarmlessInsideATable(String vector) {
        HarmlessPage.check(page("<table><tr><td>" + vector + "</td></tr></table><p>end</p>"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isHarmlessInsideAnAttribute(String vector) {
        HarmlessPage.check(page("<p title=\"" + vector + "\" class='" + vector + "'>x</p>"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isHarmlessAsPlainText(String vector) {
        HarmlessPage.check(SafeHtml.render(Mails.plain(vector, "> " + vector), Theme.DARK));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void staysTheSameWhenSanitisedAgain(String vector) {
        String once = inside(Mails.safe("x" + vector));
        assertEquals(withoutClasses(once), withoutClasses(inside(Mails.safe(once))));
    }

    private static String inside(String fragment) {
        String body = fragment.replaceAll("<style>[^<]*</style>", "");
        return body.replaceFirst("^<div[^>]*>", "").replaceFirst("</div>$", "");
    }

    private static String withoutClasses(String html) {
        return html.replaceAll(" class=\"[^\"]*\"", "");
    }

    @Test
    void isHarmlessInAnyMixture() throws IOException {
        List<String> vectors = vectors();
        Random random = new Random(20261124);
        for (int round = 0; round < 1000; round++) {
            StringBuilder html = new StringBuilder();
            for (int piece = 0; piece < 4; piece++) {
                String vector = vectors.get(random.nextInt(vectors.size()));
                int from = random.nextInt(vector.length());
                html.append(vector, random.nextBoolean() ? 0 : from, vector.length());
            }
            HarmlessPage.check(page(html.toString()));
        }
    }

    @Test
    void hasAtLeastAHundredVectors() throws IOException {
        assertTrue(vectors().size() >= 100);
        assertFalse(vectors().stream().anyMatch(String::isBlank));
    }
}
