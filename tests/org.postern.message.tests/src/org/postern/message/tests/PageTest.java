package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.message.ReadableMessage;
import org.postern.message.SafeHtml;
import org.postern.message.Theme;

class PageTest {

    private static String page(String html, Theme theme) {
        return SafeHtml.render(Mails.html(html), theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void isACompleteDocumentWithAStrictPolicy(Theme theme) {
        String page = page("<p>x</p>", theme);
        assertTrue(page.startsWith("<!DOCTYPE html>"));
        assertTrue(
                page.contains(
                        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline';"));
        HarmlessPage.check(page);
    }

    @Test
    void looksDifferentInTheDark() {
        assertNotEquals(page("x", Theme.LIGHT), page("x", Theme.DARK));
    }

    @Test
    void darkensHtmlWithoutColours() {
        assertFalse(page("<p>x</p>", Theme.DARK).contains("\"mail paper\""));
    }

    @Test
    void keepsColouredHtmlOnLightPaper() {
        assertTrue(page("<p style=color:black>x</p>", Theme.DARK).contains("\"mail paper\""));
        assertFalse(page("<p style=color:black>x</p>", Theme.LIGHT).contains("\"mail paper\""));
    }

    @Test
    void showsTextWhereThereIsNoHtml() {
        assertTrue(SafeHtml.render(Mails.plain("words"), Theme.DARK).contains("words"));
    }

    @Test
    void survivesPercentSignsInMail() {
        assertTrue(page("100%s %d %", Theme.LIGHT).contains("100%s %d %"));
    }

    @Test
    void rendersTheTextOfAnHtmlMailOnDemand() {
        ReadableMessage read = Mails.html("<b>x</b>");
        assertFalse(SafeHtml.render(read.text(), Theme.LIGHT).contains("<b>"));
        assertEquals("x", read.text().toString());
    }
}
