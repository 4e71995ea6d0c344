package org.postern.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that these tests were built from. */
final class Tree {

    private static final Path ROOT = find();

    private Tree() {}

    static Path root() {
        return ROOT;
    }

    private static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("bundles"))
                    && Files.isRegularFile(at.resolve("pom.xml"))) {
                return at;
            }
        }
        throw new IllegalStateException("no source tree above " + start);
    }

    /** The folders of our bundles. */
    static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            return folders.filter(f -> Files.isRegularFile(f.resolve("META-INF/MANIFEST.MF")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files below a folder that end so; what a build makes is left out. */
    static List<SourceFile> files(Path below, String... endings) {
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> Stream.of(endings).anyMatch(e -> f.toString().endsWith(e)))
                    .filter(f -> !made(f))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java sources of one of our bundles. */
    static List<SourceFile> java(String bundle) {
        return files(ROOT.resolve("bundles").resolve(bundle).resolve("src"), ".java");
    }

    private static boolean made(Path file) {
        String path = "/" + ROOT.relativize(file).toString().replace('\\', '/');
        return path.contains("/target/") || path.contains("/bin/") || path.contains("/.git/");
    }
}
