package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.store.PackedMailStore;
import org.postern.store.internal.Steps;
import org.postern.store.tests.Script.Act;
import org.postern.store.tests.Script.Seen;
import org.sqlite.JDBC;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Real processes that end in the middle of their work; {@link KillTest} looks at every step. */
class HaltTest {

    @TempDir Path folder;

    @Test
    void hasAllThatWasCommittedAfterAProcessHalted() throws Exception {
        List<Seen> history = history();
        for (int step : new int[] {2, 9, 23, 48, 77, 110, 141}) {
            Path store = folder.resolve("at-" + step).resolve("store");
            Files.createDirectories(store);
            Path acts = Files.writeString(store.resolveSibling("acts"), "0");
            assertEquals(9, run(store, step), "exit code at " + step);
            int done = Integer.parseInt(Files.readString(acts));
            Seen seen = Script.look(store, Steps.UNHEARD);
            if (!seen.equals(history.get(done))) {
                assertEquals(history.get(done + 1), seen, "halted at " + step);
            }
        }
    }

    private List<Seen> history() throws Exception {
        List<Seen> history = new ArrayList<>();
        Path quiet = folder.resolve("quiet");
        try (PackedMailStore store = PackedMailStore.open(quiet, Script.setup(Steps.UNHEARD))) {
            history.add(Script.look(store));
            for (Act act : Script.acts()) {
                act.on(store, Script.inbox(store));
                history.add(Script.look(store));
            }
        }
        return history;
    }

    private int run(Path store, int step) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath(),
                                Halted.class.getName(),
                                store.toString(),
                                Integer.toString(step))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        return process.waitFor();
    }

    /** Where the classes are that the process needs, on a class path as in a framework. */
    private static String classPath() {
        return Stream.of(
                        Halted.class,
                        PackedMailStore.class,
                        Flag.class,
                        JDBC.class,
                        IProgressMonitor.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
