package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.message.ReadableMessage;
import org.postern.message.Warning.Salvaged;

import java.util.List;

class SalvageTest {

    private static boolean isSalvaged(ReadableMessage read) {
        return read.warnings().stream().anyMatch(Salvaged.class::isInstance);
    }

    @Test
    void splitsByTheBoundaryThatIsThereWhenAnotherIsDeclared() {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/mixed; boundary=declared",
                        "",
                        "--real",
                        "Content-Type: text/plain",
                        "",
                        "text",
                        "--real",
                        "Content-Disposition: attachment; filename=a.bin",
                        "",
                        "x",
                        "--real--");
        assertEquals("text", read.text().toString());
        assertEquals(List.of("a.bin"), Mails.names(read));
        assertTrue(isSalvaged(read));
    }

    @Test
    void showsAMultipartWithoutPartsAsText() {
        ReadableMessage read =
                Mails.read("Content-Type: multipart/mixed; boundary=b", "", "just words");
        assertEquals("just words", read.text().toString());
        assertTrue(isSalvaged(read));
    }

    @Test
    void readsAMultipartWithoutABoundaryParameter() {
        ReadableMessage read =
                Mails.read("Content-Type: multipart/mixed", "", "--x1", "", "words", "--x1--");
        assertEquals("words", read.text().toString());
    }

    @Test
    void readsAMultipartThatIsCutOff() {
        ReadableMessage read =
                Mails.read("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "words and");
        assertEquals("words and", read.text().toString());
    }

    @Test
    void readsAMultipartWithAnAbsurdBoundary() {
        String boundary = "b".repeat(5000);
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/mixed; boundary=" + boundary,
                        "",
                        "--" + boundary,
                        "",
                        "words",
                        "--" + boundary + "--");
        assertTrue(read.text().toString().contains("words"));
    }

    @Test
    void readsMalformedContentTypes() {
        for (String type :
                List.of(
                        "text",
                        "/",
                        "text/plain;;;charset",
                        "text/plain; charset=\"",
                        "\"\"",
                        "")) {
            assertEquals(
                    "words", Mails.read("Content-Type: " + type, "", "words").text().toString());
        }
    }

    @Test
    void showsTheTextBeforeBrokenBase64() {
        ReadableMessage read =
                Mails.read(
                        "Content-Transfer-Encoding: base64", "", "aGVsbG8gd29ybGQ", "====", "%%");
        assertTrue(read.text().toString().startsWith("hello world"), read.text().toString());
    }

    @Test
    void worksUnderAForeignContextClassLoader() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader empty = new ClassLoader(null) {};
        Thread.currentThread().setContextClassLoader(empty);
        try {
            ReadableMessage read =
                    Mails.read(
                            "Content-Type: multipart/mixed; boundary=b",
                            "",
                            "--b",
                            "",
                            "t",
                            "--b--");
            assertEquals("t", read.text().toString());
            assertEquals(List.of(), read.warnings());
            assertEquals(empty, Thread.currentThread().getContextClassLoader());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
