package org.postern.proof.tests;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.postern.testing.Eventually;

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

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Path output;
    private final Process process;

    private Child(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    /**
     * @param folder in which every life has one of its own
     */
    static Child start(Path folder, Life.Ports ports, List<Fate> fates) throws IOException {
        for (Fate fate : fates) {
            Files.createDirectories(folder.resolve(fate.user()));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", classPath(), Play.class.getName()));
        command.add(folder.toString());
        command.addAll(List.of(Integer.toString(ports.imap()), Integer.toString(ports.pop())));
        fates.forEach(fate -> command.add(fate.toString()));
        Path output = folder.resolve(fates.getFirst().user()).resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return new Child(output, builder.start());
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

    /**
     * Kills it, as {@code kill -9} does, if it has not ended by then.
     *
     * @param begun the file from whose coming on the time is counted
     */
    void kill(Path begun, Duration after) throws InterruptedException {
        Eventually.until(() -> Files.exists(begun) || !process.isAlive(), LIMIT, this::output);
        if (!process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    String output() {
        try (Stream<String> lines = Files.lines(output)) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
