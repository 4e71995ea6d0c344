package org.postern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Fresh folders below one that goes in the end; the one before goes when the next is made. */
final class Folders implements AutoCloseable {

    private final Path root;
    private int made;

    Folders() throws IOException {
        root = Files.createTempDirectory("postern-bench");
    }

    Path fresh() throws IOException {
        clear(root);
        return Files.createDirectories(root.resolve(Integer.toString(made++)));
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            clear(folder);
            Files.delete(folder);
        }
    }

    @Override
    public void close() throws IOException {
        clear(root);
        Files.delete(root);
    }
}
