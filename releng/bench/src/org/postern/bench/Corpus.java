package org.postern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real messages: every file below a folder is one. */
record Corpus(List<Path> files) {

    Corpus {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a corpus without a message");
        }
    }

    static Corpus in(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return new Corpus(
                    found.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().endsWith(".txt"))
                            .sorted()
                            .toList());
        }
    }

    byte[] message(int index) throws IOException {
        return Files.readAllBytes(files.get(index % files.size()));
    }
}
