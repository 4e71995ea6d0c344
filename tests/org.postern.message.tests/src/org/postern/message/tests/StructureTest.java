package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.message.Protection;
import org.postern.message.ReadableMessage;
import org.postern.message.Warning.MisleadingSender;

import java.util.List;
import java.util.Set;

class StructureTest {

    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b";

    @Test
    void takesBothAlternatives() {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/alternative; boundary=\"b\"",
                        "",
                        "preamble",
                        "--b",
                        "Content-Type: text/plain",
                        "",
                        "plain",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<b>rich</b>",
                        "--b--",
                        "epilogue");
        assertEquals("plain", read.plain().orElseThrow().toString());
        assertTrue(read.html().orElseThrow().html().contains("<b>rich</b>"));
        assertEquals("plain", read.text().toString());
        assertTrue(read.attachments().isEmpty());
    }

    @Test
    void joinsTheTextsAroundAnAttachment() {
        ReadableMessage read =
                Mails.read(
                        MIXED,
                        "",
                        "--b",
                        "",
                        "before",
                        "--b",
                        "Content-Type: application/pdf",
                        "Content-Disposition: attachment; filename=a.pdf",
                        "",
                        "%PDF",
                        "--b",
                        "",
                        "after",
                        "--b--");
        assertEquals("before\n\nafter", read.text().toString());
        assertEquals(List.of("a.pdf"), Mails.names(read));
        assertTrue(read.html().isEmpty());
    }

    @Test
    void showsPlainAndHtmlPartsInOneBody() {
        ReadableMessage read =
                Mails.read(
                        MIXED,
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<i>rich</i>",
                        "--b",
                        "Content-Type: text/plain",
                        "",
                        "footer & more",
                        "--b--");
        assertTrue(read.html().orElseThrow().html().contains("<i>rich</i>"));
        assertTrue(read.html().orElseThrow().html().contains("footer &amp; more"));
        assertEquals("rich\n\nfooter & more", read.text().toString());
    }

    @Test
    void putsRelatedImagesIntoTheHtml() {
        ReadableMessage read = related("cid:logo%40x", "<logo@x>");
        assertTrue(read.html().orElseThrow().html().contains("src=\"data:image/png;base64,iVBOR"));
        assertEquals(1, read.images().size());
        assertArrayEquals(Mails.PNG, read.images().getFirst().data());
        assertTrue(read.attachments().isEmpty());
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void listsRelatedImagesThatTheHtmlDoesNotShow() {
        ReadableMessage read = related("cid:other", "<logo@x>");
        assertTrue(read.images().isEmpty());
        assertEquals(List.of("logo.png"), Mails.names(read));
    }

    private static ReadableMessage related(String source, String contentId) {
        return Mails.read(
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<img src=\"" + source + "\" alt=logo>",
                "--b",
                "Content-Type: image/png; name=logo.png",
                "Content-ID: " + contentId,
                "Content-Transfer-Encoding: base64",
                "",
                Mails.PNG_BASE64,
                "--b--");
    }

    @Test
    void startsRelatedPartsAtTheNamedRoot() {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/related; boundary=b; start=\"<root>\"",
                        "",
                        "--b",
                        "Content-Type: text/plain; name=other.txt",
                        "",
                        "other",
                        "--b",
                        "Content-Type: text/html",
                        "Content-ID: <root>",
                        "",
                        "root",
                        "--b--");
        assertEquals("root", read.text().toString());
        assertEquals(List.of("other.txt"), Mails.names(read));
    }

    @Test
    void findsAlternativesInsideRelatedInsideMixed() {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/mixed; boundary=m",
                        "",
                        "--m",
                        "Content-Type: multipart/related; boundary=r",
                        "",
                        "--r",
                        "Content-Type: multipart/alternative; boundary=a",
                        "",
                        "--a",
                        "",
                        "plain",
                        "--a",
                        "Content-Type: text/html",
                        "",
                        "<p>html</p>",
                        "--a--",
                        "--r--",
                        "--m",
                        "Content-Type: text/plain; name=list.txt",
                        "",
                        "1,2",
                        "--m--");
        assertEquals("plain", read.plain().orElseThrow().toString());
        assertTrue(read.html().orElseThrow().html().contains("<p>html</p>"));
        assertEquals(List.of("list.txt"), Mails.names(read));
    }

    @Test
    void listsAForwardedMessageUnderItsSubject() {
        ReadableMessage read =
                Mails.read(
                        MIXED,
                        "",
                        "--b",
                        "",
                        "see below",
                        "--b",
                        "Content-Type: message/rfc822",
                        "",
                        "Subject: =?utf-8?Q?Caf=C3=A9/1?=",
                        "",
                        "inner",
                        "--b--");
        assertEquals(List.of("Café_1.eml"), Mails.names(read));
        byte[] inner = Mails.content(read.attachments().getFirst());
        assertEquals("inner", Mails.read(inner).text().toString());
    }

    @Test
    void treatsPartsOfADigestAsMessages() {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/digest; boundary=b",
                        "",
                        "--b",
                        "",
                        "Subject: one",
                        "",
                        "1",
                        "--b",
                        "",
                        "Subject: two",
                        "",
                        "2",
                        "--b--");
        assertEquals(List.of("one.eml", "two.eml"), Mails.names(read));
    }

    @Test
    void makesTextOfHtmlOnlyMail() {
        ReadableMessage read = Mails.html("<p>one</p><p>two</p>");
        assertTrue(read.plain().isEmpty());
        assertEquals("one\n\ntwo", read.text().toString());
    }

    @Test
    void readsEnrichedTextAsText() {
        assertEquals(
                "so bold",
                Mails.read("Content-Type: text/enriched", "", "so <bold>bold</bold>")
                        .text()
                        .toString()
                        .replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/signed; protocol=\"application/pgp-signature\", PGP_SIGNED",
        "multipart/signed; protocol=\"application/pkcs7-signature\", SMIME_SIGNED",
        "multipart/encrypted; protocol=\"application/pgp-encrypted\", PGP_ENCRYPTED"
    })
    void notesProtectedMultiparts(String type, Protection expected) {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: " + type + "; boundary=b",
                        "",
                        "--b",
                        "",
                        "t",
                        "--b",
                        "Content-Type: application/x-signature",
                        "",
                        "s",
                        "--b--");
        assertEquals(Set.of(expected), read.protection());
        assertEquals("t", read.text().toString());
    }

    @Test
    void doesNotListTheSignatureOfASignedMail() {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/signed; boundary=b",
                        "",
                        "--b",
                        "",
                        "t",
                        "--b",
                        "Content-Type: application/pgp-signature",
                        "",
                        "s",
                        "--b--");
        assertEquals(Set.of(Protection.PGP_SIGNED), read.protection());
        assertFalse(read.text().isBlank());
        assertTrue(read.attachments().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"signed-data, SMIME_SIGNED", "enveloped-data, SMIME_ENCRYPTED"})
    void notesOpaqueSmime(String kind, Protection expected) {
        ReadableMessage read =
                Mails.read("Content-Type: application/pkcs7-mime; smime-type=" + kind, "", "x");
        assertEquals(Set.of(expected), read.protection());
        assertEquals(List.of("attachment.p7m"), Mails.names(read));
    }

    @ParameterizedTest
    @CsvSource({
        "-----BEGIN PGP MESSAGE-----, PGP_ENCRYPTED",
        "-----BEGIN PGP SIGNED MESSAGE-----, PGP_SIGNED"
    })
    void notesInlinePgp(String mark, Protection expected) {
        assertEquals(Set.of(expected), Mails.plain(mark).protection());
    }

    @Test
    void warnsOfASenderWhoShowsAnotherAddress() {
        ReadableMessage read = Mails.read("From: \"boss@bank.com\" <x@evil.net>", "", "x");
        assertEquals(List.of(new MisleadingSender("boss@bank.com", "x@evil.net")), read.warnings());
        assertEquals(
                List.of(),
                Mails.read("From: \"ann@bank.com\" <ann@mail.bank.com>", "", "x").warnings());
    }

    @Test
    void readsNothingFromNothing() {
        ReadableMessage read = Mails.read(new byte[0]);
        assertTrue(read.text().isBlank());
        assertTrue(read.plain().isEmpty() && read.html().isEmpty());
        assertEquals(List.of(), read.warnings());
    }
}
