package org.postern.proof.tests;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own for {@link Play}, with the same classes as this one. */
final class Child {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;

    private Child(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * @param halt the step at which it halts itself, 0 for none
     */
    static Child start(Path folder, Life life, int halt) throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        command.add("--enable-native-access=ALL-UNNAMED");
        Bundle own = FrameworkUtil.getBundle(Play.class);
        if (own == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        } else {
            // classes that were read once need not be read again; only jars can be so
            command.add("-XX:+AutoCreateSharedArchive");
            command.add("-XX:SharedArchiveFile=" + folder.resolveSibling("play.jsa"));
            command.addAll(List.of("-cp", jars(own.getBundleContext())));
        }
        command.add(Play.class.getName());
        command.addAll(
                List.of(
                        folder.toString(),
                        Integer.toString(life.ports().imap()),
                        Integer.toString(life.ports().pop()),
                        life.user(),
                        Integer.toString(halt)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()));
        return new Child(folder, builder.start());
    }

    private static String jars(BundleContext framework) {
        return Arrays.stream(framework.getBundles())
                .map(Bundle::getLocation)
                .filter(place -> place.contains("file:"))
                .map(place -> place.substring(place.indexOf("file:") + 5))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits for its end. */
    int end() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a play does not end: " + output());
        }
        return process.exitValue();
    }

    /** Kills it, as {@code kill -9} does, if it has not ended by then. */
    void kill(Duration after) throws InterruptedException {
        if (!process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    String output() {
        try (Stream<String> lines = Files.lines(folder.resolve("output"))) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
