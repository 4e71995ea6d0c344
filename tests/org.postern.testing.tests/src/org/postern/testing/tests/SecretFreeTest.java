package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.testing.SecretFree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

class SecretFreeTest {

    @TempDir Path folder;

    @Test
    void passesAFolderWithoutThem() throws Exception {
        Files.writeString(folder.resolve("a.log"), "nothing to see");
        SecretFree.assertFolder(folder, "hunter22", "correct horse battery");
    }

    @Test
    void findsOneInAFileFarBelow() throws Exception {
        Path log = Files.createDirectories(folder.resolve("a/b")).resolve("c.log");
        for (String before : new String[] {"\0joe\0", "x\0joe\0", "xy\0joe\0"}) {
            byte[] blob = (before + "hunter22").getBytes(UTF_8);
            Files.writeString(log, "AUTH " + Base64.getEncoder().encodeToString(blob));
            AssertionError error =
                    assertThrows(
                            AssertionError.class,
                            () -> SecretFree.assertFolder(folder, "hunter22"));
            assertTrue(error.getMessage().contains("c.log"), error::getMessage);
            assertFalse(error.getMessage().contains("hunter22"), error::getMessage);
        }
    }
}
