package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How what the user did gets to the server. */
class ReplayTest {

    @TempDir Path folder;
    private final FakeServer server = new FakeServer();
    private Bench bench;
    private UserSteps user;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder, server);
        user = new UserSteps(bench);
        bench.account();
        server.box("Archive", MailboxRole.ARCHIVE);
        server.box("Other", MailboxRole.NONE);
        server.put(1, 2, 3);
        bench.refresh();
        bench.engine.goOffline(Bench.A);
        server.commands.clear();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void online() throws MailException {
        bench.engine.goOnline(Bench.A);
        bench.refresh();
    }

    /** The line breaks in this visit or in the one that the engine pays by itself. */
    private void onlineUntilCut() {
        try {
            online();
        } catch (MailException e) {
            assertTrue(e.failure() instanceof Failure.Broken, e.failure().toString());
        }
        assertEquals(Optional.empty(), server.cutWhen);
    }

    private void userDoes(String... steps) throws Exception {
        for (String step : steps) {
            user.take(step);
        }
    }

    private List<String> sent() {
        return server.commands.stream()
                .filter(command -> !command.matches("(changes|body|glance)\\b.*"))
                .toList();
    }

    @Test
    void showsCopiesMovesAndNewMessagesAtOnce() throws Exception {
        userDoes("copy INBOX 1 Archive", "move INBOX 2 Other", "append Archive 9");
        assertEquals("INBOX=1,3 Archive=1,9 Other=2", user.state());
        assertEquals(List.of(), sent());
        for (MessageRow row : bench.store.rows(bench.box("Archive"))) {
            try (var bytes = bench.store.open(row.id()).orElseThrow()) {
                assertTrue(bytes.readAllBytes().length > 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aMessageStaysTheSameWhenItGetsItsName(boolean tellsNames) throws Exception {
        server.tellsNames = tellsNames;
        userDoes("move INBOX 1 Archive", "append Archive 9");
        Set<MessageId> before = archived();
        online();
        assertEquals(before, archived());
        assertEquals(List.of("9", "1001"), bench.ids("Archive"));
    }

    private Set<MessageId> archived() {
        return Set.copyOf(
                bench.store.rows(bench.box("Archive")).stream().map(MessageRow::id).toList());
    }

    @Test
    void sendsWhatIsAlikeAsOneCommandInTheOrderOfEachMessage() throws Exception {
        userDoes("star INBOX 1", "see INBOX 2", "star INBOX 3", "see INBOX 1", "unstar INBOX 3");
        userDoes("move INBOX 1 Archive", "move INBOX 2 Archive");
        online();
        assertEquals(
                List.of(
                        "flag INBOX [1, 3] [FLAGGED] []",
                        "flag INBOX [2, 1] [SEEN] []",
                        "flag INBOX [3] [] [FLAGGED]",
                        "move INBOX [1, 2] Archive"),
                sent());
        assertEquals("INBOX=3 Archive=1FS,2S Other=", user.state());
    }

    @Test
    void aRefusedOneDoesNotTakeItsNeighboursWithIt() throws Exception {
        server.commandsThatFail = "copy INBOX [1";
        server.commandFails =
                Optional.of(new Failure.CommandRefused(Failures.PEER, "copy", "too large"));
        userDoes("copy INBOX 1 Archive", "copy INBOX 2 Archive", "copy INBOX 3 Archive");
        online();
        assertEquals("INBOX=1,2,3 Archive=2,3 Other=", user.state());
        assertEquals(1, bench.backedOut.size());
    }

    @ParameterizedTest
    @CsvSource({
        "copied, copy INBOX 1 Archive, true",
        "copied, copy INBOX 1 Archive, false",
        "moved, move INBOX 1 Archive, true",
        "moved, move INBOX 1 Archive, false",
        "appended, append Archive 9, true",
        "appended, append Archive 9, false"
    })
    void doesNothingTwiceWhenTheLineBreaksBeforeTheAnswer(
            String when, String step, boolean tellsNames) throws Exception {
        server.tellsNames = tellsNames;
        server.cutWhen = Optional.of(when);
        userDoes(step);
        String wanted = user.state();
        onlineUntilCut();
        assertEquals(wanted, user.state());
        bench.restart();
        online();
        assertEquals(wanted, new ServerSteps(server).state());
        assertEquals(wanted, user.state());
        assertEquals(1, sent().size(), sent().toString());
        assertEquals(List.of(), bench.store.intents(Bench.A));
    }

    @Test
    void doesItAgainWhenTheLineBrokeBeforeTheServerDidIt() throws Exception {
        server.commandFails =
                Optional.of(new Failure.Broken(Failures.PEER, org.postern.core.Step.MAIL, "cut"));
        userDoes("copy INBOX 1 Archive");
        assertThrows(MailException.class, this::online);
        assertTrue(bench.store.intents(Bench.A).getFirst().sent());
        server.commandFails = Optional.empty();
        online();
        assertEquals("INBOX=1,2,3 Archive=1 Other=", new ServerSteps(server).state());
    }

    @Test
    void removesWhatABrokenMoveLeftBehind() throws Exception {
        userDoes("move INBOX 1 Archive");
        bench.store.sending(bench.store.intents(Bench.A));
        new ServerSteps(server).take("copy INBOX 1 Archive");
        online();
        assertEquals("INBOX=2,3 Archive=1 Other=", new ServerSteps(server).state());
        assertEquals(List.of("delete INBOX [1]"), sent());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void takesBackAMoveThatTheServerDid(boolean tellsNames) throws Exception {
        server.tellsNames = tellsNames;
        List<MessageRow> rows = bench.store.rows(bench.inbox());
        userDoes("move INBOX 1 Archive", "move INBOX 2 Archive");
        online();
        bench.engine.goOffline(Bench.A);
        assertFalse(
                bench.engine.takeBack(bench.inbox(), rows, new NullProgressMonitor()),
                "one of the three was never moved");
        List<MessageRow> moved = rows.stream().filter(row -> !row.remoteId().equals("3")).toList();
        assertTrue(bench.engine.takeBack(bench.inbox(), moved, new NullProgressMonitor()));
        assertEquals("INBOX=1,2,3 Archive= Other=", user.state());
        online();
        assertEquals("INBOX=1,2,3 Archive= Other=", user.state());
        assertEquals("INBOX=1,2,3 Archive= Other=", new ServerSteps(server).state());
    }

    @Test
    void saysThatThereIsNoArchive() throws Exception {
        server.boxes.remove("Archive");
        online();
        MailException e = assertThrows(MailException.class, () -> user.take("archive INBOX 1"));
        assertTrue(e.failure() instanceof Failure.BadSettings, e.failure().toString());
    }
}
