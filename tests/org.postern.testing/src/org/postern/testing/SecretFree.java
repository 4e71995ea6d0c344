package org.postern.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Asserts that a program has kept secrets to itself. */
public final class SecretFree {
    private SecretFree() {}

    /**
     * Fails if a file below the folder holds one of the secrets: as it is, quoted, or in Base64 at
     * any alignment. Files may come and go meanwhile.
     *
     * @throws AssertionError which names the file and the form, but not the secret
     */
    public static void assertFolder(Path folder, String... secrets) throws IOException {
        List<SecretSearch> searches = Stream.of(secrets).map(SecretSearch::new).toList();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = bytes(file);
                searches.forEach(search -> search.assertAbsent(file.toString(), bytes));
            }
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }
}
