package org.postern.proof.tests;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Temporary folders on a file system in memory where there is one. What a killed process leaves is
 * the same there as on a disk, which only a power cut would tell apart; but nobody waits for it.
 */
public final class Memory implements TempDirFactory {

    private static final Path PLACE = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
            throws IOException {
        String prefix = "postern";
        return Files.isWritable(PLACE)
                ? Files.createTempDirectory(PLACE, prefix)
                : Files.createTempDirectory(prefix);
    }
}
