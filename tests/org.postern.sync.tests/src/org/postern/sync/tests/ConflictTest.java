package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.core.MailboxRole;
import org.postern.sync.AccountState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table of conflicts, done: what the user did offline, what happened on the server meanwhile,
 * and what is here and there when they have met. With a server that tells what new messages are
 * known by, and with one that does not.
 */
class ConflictTest {

    @TempDir Path folder;
    private final FakeServer server = new FakeServer();

    /** A row of {@code releng/conformance/conflicts.tsv}. */
    record Row(String id, List<String> user, List<String> server, String after, boolean told) {
        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 6 || !cells[4].matches("yes|no")) {
                throw new IllegalArgumentException("not a row: " + line);
            }
            return new Row(
                    cells[0], steps(cells[1]), steps(cells[2]), cells[3], cells[4].equals("yes"));
        }

        private static List<String> steps(String cell) {
            return cell.equals("-") ? List.of() : List.of(cell.split("; "));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Arguments> rows() throws IOException {
        Path tree = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(tree.resolve("releng/conformance"))) {
            tree = tree.getParent();
        }
        List<Row> rows =
                Files.readAllLines(tree.resolve("releng/conformance/conflicts.tsv")).stream()
                        .skip(1)
                        .map(Row::of)
                        .toList();
        return rows.stream()
                .flatMap(row -> Stream.of(true, false).map(names -> Arguments.of(row, names)));
    }

    @ParameterizedTest(name = "{0}, names told: {1}")
    @MethodSource("rows")
    void endsAsTheTableSays(Row row, boolean tellsNames) throws Exception {
        server.tellsNames = tellsNames;
        try (Bench bench = new Bench(folder, server)) {
            begin(bench);
            for (String step : row.user()) {
                new UserSteps(bench).take(step);
            }
            for (String step : row.server()) {
                new ServerSteps(server).take(step);
            }
            bench.engine.goOnline(Bench.A);
            bench.refresh();
            assertEquals(row.after(), new ServerSteps(server).state(), "there");
            assertEquals(row.after(), new UserSteps(bench).state(), "here");
            assertEquals(row.told(), !bench.backedOut.isEmpty(), "told: " + bench.backedOut);
            assertEquals(List.of(), bench.store.intents(Bench.A));
        }
    }

    private void begin(Bench bench) throws Exception {
        bench.account();
        server.box("Archive", MailboxRole.ARCHIVE);
        server.box("Other", MailboxRole.NONE);
        server.put(1, 2);
        server.boxes.get("Archive").put(5, Set.of());
        bench.refresh();
        bench.engine.goOffline(Bench.A);
        assertEquals(new AccountState.OfflineByUser(), bench.state());
        assertEquals("INBOX=1,2 Archive=5 Other=", new UserSteps(bench).state());
    }
}
