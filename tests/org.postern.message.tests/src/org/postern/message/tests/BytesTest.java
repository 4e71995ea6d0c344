package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.message.Bytes;
import org.postern.message.ReadableMessage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class BytesTest {

    @TempDir Path folder;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void readsAFileBeyondTheBuffer() throws IOException {
        byte[] content = random(300_000);
        Path file = Files.write(folder.resolve("mail"), content);
        assertArrayEquals(content, Bytes.of(file).open().readAllBytes());
    }

    @Test
    void slicesSlices() throws IOException {
        Bytes slice = Bytes.of(Mails.latin1("0123456789")).slice(2, 8).slice(1, 4);
        assertEquals("345", new String(slice.open().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(3, slice.size());
    }

    @Test
    void refusesSlicesOutside() {
        Bytes slice = Bytes.of(new byte[10]).slice(2, 5);
        assertThrows(IndexOutOfBoundsException.class, () -> slice.slice(0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.slice(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> Bytes.of(new byte[1]).slice(-1, 1));
    }

    @Test
    void readsAStreamToItsEnd() throws IOException {
        assertEquals(5, Bytes.of(new ByteArrayInputStream(new byte[5])).size());
    }

    @Test
    void readsAMessageFromAFileThatStaysDeletable() throws IOException {
        Path file = Files.write(folder.resolve("mail"), Mails.latin1("Subject: s\n\nbody"));
        ReadableMessage read = Mails.read(Bytes.of(file));
        Files.delete(file);
        assertEquals("body", read.text().toString());
    }

    @Test
    void reportsASourceThatHasShrunk() throws IOException {
        Path file = Files.write(folder.resolve("mail"), Mails.latin1("Subject: s\n\nbody"));
        Bytes bytes = Bytes.of(file);
        Files.write(file, new byte[0]);
        assertThrows(IOException.class, () -> bytes.open().readAllBytes());
    }
}
