package org.postern.search.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.lucene.store.Directory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Accounts;
import org.postern.core.Flag;
import org.postern.message.MessageText;
import org.postern.search.MailSearch;
import org.postern.search.MailSearch.Order;
import org.postern.search.Query;
import org.postern.search.internal.index.Pace;
import org.postern.store.MailStore;
import org.postern.store.MessageRow;
import org.sqlite.JDBC;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An index after its process was killed; it must catch up by itself, and be as if made anew. */
class IndexKillTest {

    private static final int KEPT = 12;

    @TempDir Path folder;

    /** Commits often, so that there are many steps. */
    static Pace pace(UnaryOperator<Directory> disk) {
        return new Pace(3, 1, 16, 0, 0, 0, 0, 0, 0, 10, () -> {}, disk);
    }

    /** Cancels whoever waits when the disk is broken. */
    private static final class Until extends NullProgressMonitor {
        private final AtomicInteger left;

        Until(AtomicInteger left) {
            this.left = left;
        }

        @Override
        public boolean isCanceled() {
            return left.get() < 0;
        }
    }

    @Test
    void catchesUpAfterTheDiskStoodStillAtAnyStep() throws Exception {
        int broken = 0;
        try (World world = new World(folder, pace(UnaryOperator.identity()))) {
            for (int steps = 0; steps < 100; steps += 2) {
                world.closeSearch();
                AtomicInteger left = new AtomicInteger(steps);
                world.openSearch(pace(disk -> new SabotagedDirectory(disk, left, () -> {})));
                change(world, steps / 2);
                broken += breaks(world.search(), left) ? 1 : 0;
                world.closeSearch();
                world.openSearch(pace(UnaryOperator.identity()));
                assertSame(world, "after " + steps);
            }
            world.search().rebuild();
            assertSame(world, "made anew");
        }
        assertTrue(broken > 25, "only " + broken + " were broken");
    }

    private static boolean breaks(MailSearch search, AtomicInteger left) throws Exception {
        try {
            search.await(new Until(left));
            return false;
        } catch (OperationCanceledException e) {
            return true;
        }
    }

    /** Some mail comes, some goes, some is read. */
    private static void change(World world, int round) throws Exception {
        int first = round * 4;
        for (int number = first; number < first + 4; number++) {
            World.list(world.store, world.inbox(), "" + number, mail(number));
        }
        try (MailStore.BodyBatch bodies = world.store.beginBodies(world.inbox())) {
            for (int number = first; number < first + 4; number++) {
                bodies.store("" + number, new ByteArrayInputStream(mail(number)));
            }
            bodies.commit();
        }
        try (MailStore.Batch batch = world.store.begin(world.inbox())) {
            batch.flags("" + (first - 2), Set.of(Flag.SEEN));
            batch.flags("" + (first + 1), Set.of(Flag.SEEN));
            for (int number = first - KEPT; number < first - KEPT + 4; number++) {
                batch.remove("" + number);
            }
            batch.commit(Optional.of("t" + round));
        }
    }

    private static byte[] mail(int number) {
        return "Subject: number%d\r\n\r\nevery%d common words\r\n"
                .formatted(number, number % 3)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether each message of the store, and nothing else, is found by all that it has. */
    private static void assertSame(World world, String when) throws Exception {
        List<MessageRow> rows = world.store.rows(world.inbox());
        Set<String> whole = ids(rows.stream().filter(MessageRow::complete).toList());
        assertEquals(whole, new TreeSet<>(world.find("common")), when);
        Set<String> unread = ids(rows.stream().filter(MessageRow::unread).toList());
        assertEquals(unread, new TreeSet<>(world.find("is:unread")), when);
        for (MessageRow row : rows) {
            List<String> found = world.find("subject:number" + row.remoteId());
            assertEquals(List.of(row.remoteId()), found, when);
        }
        long indexed = world.search().count(Query.EVERYTHING, new NullProgressMonitor());
        assertEquals(rows.size(), indexed, when);
        assertEquals(
                rows.size(),
                world.search()
                        .find(Query.EVERYTHING, Order.NEWEST, 0, 999, new NullProgressMonitor())
                        .total(),
                when);
    }

    private static Set<String> ids(List<MessageRow> rows) {
        return rows.stream()
                .map(MessageRow::remoteId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A process that ends itself at a step. Arguments: the folder, and the number of the step. */
    static final class Halted {

        private Halted() {}

        public static void main(String[] arguments) throws Exception {
            AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
            Pace halting =
                    pace(
                            disk ->
                                    new SabotagedDirectory(
                                            disk, left, () -> Runtime.getRuntime().halt(9)));
            try (World world = new World(Path.of(arguments[0]), halting)) {
                for (int round = 0; round < 12; round++) {
                    change(world, round);
                    world.search().await(new NullProgressMonitor());
                }
            }
        }
    }

    @Test
    void catchesUpAfterAProcessHalted() throws Exception {
        for (int step : new int[] {4, 31, 60, 95}) {
            Path at = Files.createDirectories(folder.resolve("at-" + step));
            assertEquals(9, run(at, step), () -> "exit code at " + step + output());
            try (World world = new World(at, pace(UnaryOperator.identity()))) {
                assertSame(world, "halted at " + step);
            }
        }
    }

    private String output() {
        try {
            return "\n" + Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private int run(Path at, int step) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath(),
                                Halted.class.getName(),
                                at.toString(),
                                Integer.toString(step))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        return process.waitFor();
    }

    private static String classPath() throws ClassNotFoundException {
        ClassLoader reads = MessageText.class.getClassLoader();
        return Stream.of(
                        Halted.class,
                        MailSearch.class,
                        MailStore.class,
                        MessageText.class,
                        Accounts.class,
                        Flag.class,
                        Directory.class,
                        reads.loadClass("org.jsoup.nodes.Document"),
                        reads.loadClass("jakarta.mail.internet.MimeMultipart"),
                        reads.loadClass("jakarta.activation.DataSource"),
                        reads.loadClass("org.eclipse.angus.mail.util.BASE64DecoderStream"),
                        JDBC.class,
                        IProgressMonitor.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
