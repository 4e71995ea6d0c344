package org.postern.proof.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;

/** What a process that may be killed at any time was about to do, and what it did. */
record Journal(Path file) {

    void begun(int act) throws IOException {
        write("begun " + act);
    }

    void done(int act) throws IOException {
        write("done " + act);
    }

    /** How many steps towards the disk the whole play had. */
    void steps(int count) throws IOException {
        write("steps " + count);
    }

    private void write(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The act after the last that was begun. */
    int next() throws IOException {
        return 1
                + lines().stream()
                        .filter(line -> line.startsWith("begun "))
                        .mapToInt(line -> Integer.parseInt(line.substring(6)))
                        .max()
                        .orElse(-1);
    }

    boolean wasBegun(int act) throws IOException {
        return lines().contains("begun " + act);
    }

    boolean wasDone(int act) throws IOException {
        return lines().contains("done " + act);
    }

    OptionalInt steps() throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith("steps "))
                .mapToInt(line -> Integer.parseInt(line.substring(6)))
                .max();
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
