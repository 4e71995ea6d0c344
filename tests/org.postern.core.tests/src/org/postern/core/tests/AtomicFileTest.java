package org.postern.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AtomicFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class AtomicFileTest {

    @TempDir Path folder;

    @Test
    void replacesAFileAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, bytes("old"));
        AtomicFile.write(file, bytes("new"));
        assertEquals("new", Files.readString(file));
        assertEquals(1, count());
    }

    @Test
    void keepsTheOldContentWhenWritingFails() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, bytes("old"));
        assertThrows(
                IOException.class,
                () ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    out.write('n');
                                    throw new IOException("disk full");
                                }));
        assertEquals("old", Files.readString(file));
        assertEquals(1, count());
    }

    @Test
    void letsOnlyTheOwnerRead() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, bytes("x"));
        assertEquals("rw-------", modes(file));
        assertEquals("rwx------", modes(AtomicFile.privateFolder(folder.resolve("b"))));
    }

    @Test
    void setsAsideWithoutOverwriting() throws IOException {
        Path file = folder.resolve("a");
        Files.writeString(file, "1");
        Path first = AtomicFile.setAside(file, "damaged");
        Files.writeString(file, "2");
        Path second = AtomicFile.setAside(file, "damaged");
        assertEquals("a.damaged-1", first.getFileName().toString());
        assertEquals("a.damaged-2", second.getFileName().toString());
        assertEquals("1", Files.readString(first));
        assertEquals("2", Files.readString(second));
        assertFalse(Files.exists(file));
    }

    @Test
    void removesWhatACrashLeftBehind() throws IOException {
        Files.createTempFile(folder, "a-", ".part");
        Files.writeString(folder.resolve("a"), "kept");
        AtomicFile.removeLeftovers(folder);
        assertEquals(1, count());
    }

    private long count() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
