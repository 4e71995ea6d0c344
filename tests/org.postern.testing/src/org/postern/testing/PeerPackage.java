package org.postern.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debian packages that {@code releng/test} unpacked beside the system: mail servers exclude one
 * another, so that only Dovecot is installed.
 */
record PeerPackage(Path root) {

    /**
     * @throws IllegalStateException when it is not there; the message says what to do
     */
    static PeerPackage named(String name) {
        return places().stream()
                .map(place -> place.resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .map(PeerPackage::new)
                .orElseThrow(() -> missing(name));
    }

    private static List<Path> places() {
        String home = System.getProperty("user.home", "");
        String cache =
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(home + "/.cache");
        return List.of(
                Path.of(cache, "postern", "peers"), Path.of("/var/cache", "postern", "peers"));
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                name + " is missing in " + places() + ". Run releng/test, which fetches it.");
    }

    /** A file of the packages, which must be there. */
    Path file(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    file + " is missing: remove " + root + " to fetch anew");
        }
        return file;
    }

    /** A folder {@code below/*-linux-gnu/name} or {@code below/name}: it differs by machine. */
    Optional<Path> folder(String below, String name) throws IOException {
        return folders(below).stream()
                .map(f -> f.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** What the programs need to find their libraries. */
    String libraryPath() throws IOException {
        List<Path> all = new ArrayList<>(folders("usr/lib"));
        all.addAll(folders("lib"));
        return all.stream().map(Path::toString).collect(Collectors.joining(":"));
    }

    private List<Path> folders(String below) throws IOException {
        Path start = root.resolve(below);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(start)) {
            Stream<Path> triplets =
                    inside.filter(f -> f.getFileName().toString().contains("-linux-gnu"));
            return Stream.concat(triplets, Stream.of(start)).toList();
        }
    }
}
