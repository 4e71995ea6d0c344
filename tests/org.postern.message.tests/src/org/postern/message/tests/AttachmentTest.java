package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.message.Attachment;
import org.postern.message.ReadableMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

class AttachmentTest {

    private static Attachment only(String... part) {
        List<String> lines = new ArrayList<>(List.of(part));
        lines.addFirst("Content-Type: application/octet-stream");
        return Mails.read(lines.toArray(String[]::new)).attachments().getFirst();
    }

    private static String name(String disposition) {
        return only("Content-Disposition: attachment; " + disposition, "", "x").name();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=plain.txt|plain.txt",
                "filename=\"two words.txt\"|two words.txt",
                "filename=two words.txt|two words.txt",
                "filename*=utf-8''%E9%B4%A8%E5%B7%9D.png|鴨川.png",
                "filename*=utf-8''Gr%C3%BC%C3%9Fe.txt|Grüße.txt",
                "filename*=iso-8859-1'en'caf%E9.txt|café.txt",
                "filename*0=a; filename*1=b.txt|ab.txt",
                "filename*1=b.txt; filename*0=a|ab.txt",
                "filename*0*=utf-8''%C3; filename*1*=%BC.txt|ü.txt",
                "filename*0*=utf-8''%C3%BC; filename*1=b.txt|üb.txt",
                "filename=\"=?utf-8?Q?=C3=BC.txt?=\"|ü.txt",
                "filename=\"Grüße.txt\"|Grüße.txt",
                "filename=\"/etc/passwd\"|passwd",
                "filename=\"..\\..\\evil.exe\"|evil.exe",
                "filename=\"C:\\dir\\a.doc\"|a.doc",
                "filename=\"..\"|attachment",
                "filename=\".hidden\"|hidden",
                "filename=\"con\"|_con",
                "filename=\"LPT1.txt\"|_LPT1.txt",
                "filename=\"a<b>:c*d?.txt\"|a_b__c_d_.txt",
                "filename=\"trailing. \"|trailing",
                "filename=\"\"|attachment",
                "filename=\"unclosed.txt|unclosed.txt",
                "name=ignored|attachment"
            })
    void makesSafeNames(String disposition, String expected) {
        assertEquals(expected, name(disposition));
    }

    @Test
    void removesDirectionOverridesFromNames() {
        assertEquals("photo-gpj.exe", name("filename=\"photo-\u202egpj.exe\""));
    }

    @Test
    void keepsTheEndingOfLongNames() {
        String name = name("filename=\"" + "ü".repeat(500) + ".pdf\"");
        assertTrue(name.endsWith(".pdf"));
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255, name);
    }

    @Test
    void numbersEqualNames() {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b\n\n");
        for (String name : List.of("a.txt", "A.TXT", "a (2).txt", "a.txt")) {
            mail.append("--b\nContent-Disposition: attachment; filename=\"" + name + "\"\n\nx\n");
        }
        List<String> names = Mails.names(Mails.read(Mails.latin1(mail + "--b--")));
        assertEquals(4, new HashSet<>(names.stream().map(String::toLowerCase).toList()).size());
        assertEquals("a.txt", names.get(0));
        assertEquals("A (2).TXT", names.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "text/calendar, invitation.ics",
        "image/jpeg, image.jpg",
        "application/pdf, attachment.pdf",
        "application/x-unknown, attachment"
    })
    void namesPartsWithoutAName(String type, String expected) {
        ReadableMessage read =
                Mails.read("Content-Type: " + type, "Content-Disposition: attachment", "", "x");
        assertEquals(List.of(expected), Mails.names(read));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 56, 57, 58, 1000, 900_000, 2_000_001, 2_000_002, 2_000_003})
    void knowsTheSizeOfBase64(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(1).nextBytes(content);
        Attachment attachment =
                only(
                        "Content-Disposition: attachment; filename=x",
                        "Content-Transfer-Encoding: base64",
                        "",
                        Base64.getMimeEncoder().encodeToString(content));
        assertEquals(length, attachment.size());
        assertArrayEquals(content, Mails.content(attachment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base64|aGVsbG8=|hello",
                "BASE64 (comment)|aGVsbG8|hello",
                "\"base64\"|aGV!s b*G8=|hello",
                "quoted-printable|h=65llo=|hello",
                "quoted-printable|h=ZZllo|h=ZZllo",
                "x-unknown|hello|hello",
                "8bit;|hello|hello"
            })
    void decodesTolerantly(String encoding, String encoded, String expected) {
        Attachment attachment =
                only(
                        "Content-Disposition: attachment; filename=x",
                        "Content-Transfer-Encoding: " + encoding,
                        "",
                        encoded);
        assertEquals(expected, new String(Mails.content(attachment), StandardCharsets.UTF_8));
    }

    @Test
    void decodesUuencodedParts() {
        Attachment attachment =
                only(
                        "Content-Disposition: attachment; filename=x",
                        "Content-Transfer-Encoding: x-uuencode",
                        "",
                        "begin 644 x",
                        "%:&5L;&\\",
                        "`",
                        "end");
        assertEquals("hello", new String(Mails.content(attachment), StandardCharsets.UTF_8));
    }
}
