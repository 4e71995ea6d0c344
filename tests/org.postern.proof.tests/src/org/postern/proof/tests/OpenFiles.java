package org.postern.proof.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this process holds open: its sockets as Linux tells them, and its threads. */
final class OpenFiles {

    private static final Path OWN = Path.of("/proc/self/fd");

    private OpenFiles() {}

    static long sockets() {
        try (Stream<Path> files = Files.list(OWN)) {
            return files.filter(OpenFiles::isSocket).count();
        } catch (IOException e) {
            throw new IllegalStateException("this test reads " + OWN, e);
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    /** The names of the engine's threads and of those that read and write for it. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Postern"))
                .filter(
                        name ->
                                !name.equals(
                                        "Postern connection watchdog")) // one for all, for good
                .sorted()
                .toList();
    }
}
