package org.postern.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The full-text index made anew by a process that has just begun, beside peers on the same mail.
 */
final class Indexing {

    /** As the start script has it, in little memory. */
    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final MailMaker maker;
    private final int messages;
    private final Folders folders;
    private final int runs;

    Indexing(Corpus corpus, int messages, Folders folders, int runs) {
        this.maker = new MailMaker(corpus);
        this.messages = messages;
        this.folders = folders;
        this.runs = runs;
    }

    List<Row> rows() throws Exception {
        Path folder = folders.fresh();
        FilledStore filled = FilledStore.in(folder, maker, messages, true);
        double[] ours = new double[runs];
        double[] mu = new double[runs];
        double notmuch = Timing.once(() -> notmuch(folder, filled));
        for (int i = 0; i < runs; i++) {
            Folders.remove(folder.resolve("index"));
            Folders.remove(folder.resolve("mu"));
            ours[i] = Timing.once(() -> ours(folder));
            mu[i] = Timing.once(() -> mu(folder, filled));
        }
        double mine = new Timing(ours).median();
        String what = "index of " + messages + " messages, cold";
        return List.of(
                new Row(what, "mu", mine, new Timing(mu).median(), 1 / 1.5),
                new Row(what, "notmuch", mine, notmuch, 0.1),
                Row.ofBytes("size of the index", "the mail", size(folder), filled.bytes(), 0.08));
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.map(Path::toFile).mapToLong(File::length).sum();
        }
    }

    private static void ours(Path folder) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(IndexOnce.class.getName(), folder.toString()));
        run(folder, command);
    }

    private static void mu(Path folder, FilledStore filled) throws Exception {
        String home = "--muhome=" + folder.resolve("mu");
        run(folder, List.of("mu", "init", home, "--maildir=" + filled.maildir()));
        run(folder, List.of("mu", "index", home, "--quiet"));
    }

    private static void notmuch(Path folder, FilledStore filled) throws Exception {
        Path config = folder.resolve("notmuch-config");
        Files.writeString(config, "[database]\npath=" + filled.maildir() + "\n");
        run(folder, List.of("notmuch", "--config=" + config, "new", "--quiet", "--no-hooks"));
    }

    private static void run(Path folder, List<String> command) throws Exception {
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + ": " + Files.readString(log));
        }
    }
}
