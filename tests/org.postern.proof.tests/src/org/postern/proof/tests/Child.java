package org.postern.proof.tests;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
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
        command.addAll(List.of("-cp", classPath(), Play.class.getName()));
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

    /**
     * All that this process runs on: the bundles of a framework, or a class path. A bundle that is
     * a folder is a project, with its classes where the build puts them.
     */
    private static String classPath() {
        Bundle own = FrameworkUtil.getBundle(Play.class);
        return own == null
                ? System.getProperty("java.class.path")
                : Arrays.stream(own.getBundleContext().getBundles())
                        .flatMap(bundle -> FileLocator.getBundleFileLocation(bundle).stream())
                        .map(Child::classes)
                        .map(File::getPath)
                        .collect(Collectors.joining(File.pathSeparator));
    }

    private static File classes(File place) {
        return place.isDirectory() ? new File(place, "target/classes") : place;
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
