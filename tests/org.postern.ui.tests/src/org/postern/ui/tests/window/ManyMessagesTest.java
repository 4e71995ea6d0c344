package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.list.MessageList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A large mailbox is opened, scrolled and filtered while the window goes on answering. */
@ExtendWith(InWindow.class)
class ManyMessagesTest {

    private static final String ACCOUNT = "Collector";
    private static final int COUNT = 10_000;

    /** Generous, for a busy machine; what was measured stands in the file with the screenshots. */
    private static final Duration TOO_LONG = Duration.ofSeconds(1);

    private static final List<String> PAUSES = new ArrayList<>();
    private static Screen screen;
    private static Hand hand;
    private static MessageList list;

    @BeforeAll
    static void openTheMailbox() throws Exception {
        Program program = InWindow.program();
        StoredAccount.in(program, ACCOUNT).fill(COUNT);
        screen = program.screen();
        hand = new Hand(screen);
        FoldersPage folders = new FoldersPage(screen);
        folders.folderText(ACCOUNT, "Inbox");
        screen.toFront("Postern");
        folders.select(hand, ACCOUNT);
        awaitCount("");
        whileItBeats(
                "opening",
                () -> {
                    folders.select(hand, ACCOUNT, "Inbox");
                    awaitCount(COUNT + " messages");
                });
        list = screen.await(MessageList.class, WidgetIds.LIST_TABLE);
    }

    private static void awaitCount(String text) {
        Control count = screen.await(Control.class, WidgetIds.LIST_COUNT);
        screen.until(() -> Texts.of(count).equals(text), "the list counts " + text);
    }

    /** Does something and asserts that the window did not stand still meanwhile. */
    private static void whileItBeats(String what, Runnable work) {
        try (Heartbeat heart = Heartbeat.of(screen)) {
            work.run();
            PAUSES.add(what + " " + COUNT + " messages: longest pause " + heart.report());
            assertTrue(heart.longest().compareTo(TOO_LONG) < 0, PAUSES.getLast());
        }
    }

    @AfterAll
    static void keepTheFigures() throws IOException {
        String all = String.join("\n", PAUSES) + "\n";
        System.out.print(all);
        Files.writeString(
                Path.of(System.getProperty("postern.screenshots"), "many-messages.txt"), all);
    }

    @Test
    void readsOnlyTheRowsInSightAndThoseBesideThem() {
        show(COUNT / 2);
        assertEquals(COUNT, screen.ask(list::getItemCount));
        long read = screen.ask(() -> IntStream.range(0, COUNT).filter(i -> read(i)).count());
        assertTrue(read > 0 && read < COUNT / 10, read + " rows were read");
    }

    private static boolean read(int place) {
        return !list.getText(place).isEmpty();
    }

    private static void show(int place) {
        screen.run(() -> list.setTopIndex(place));
        screen.until(() -> read(place), "row " + place + " is there");
    }

    @Test
    void keysGoFromTheFirstRowToTheLast() {
        show(0);
        new ListPage(screen).focus(hand);
        whileItBeats(
                "scrolling",
                () -> {
                    hand.pressKey("Home");
                    awaitInSight(0, "Message " + COUNT);
                    for (int page = 0; page < 20; page++) {
                        hand.pressKey("Next");
                    }
                    hand.pressKey("End");
                    awaitInSight(COUNT - 1, "Message 1,");
                });
        screen.picture("many-messages-end");
    }

    private static void awaitInSight(int place, String text) {
        screen.until(
                () ->
                        list.getSelectionIndex() == place
                                && list.getClientArea().intersects(list.getBounds(place))
                                && list.getText(place).contains(text),
                "row " + place + " is selected and in sight");
    }

    @Test
    void filterLeavesTheRowsThatHaveTheWordsAndGivesAllBack() {
        Text filter = screen.await(Text.class, WidgetIds.LIST_FILTER);
        whileItBeats(
                "filtering",
                () -> {
                    hand.type(filter, "message 777");
                    awaitCount("11 of " + COUNT + " messages");
                });
        screen.picture("many-messages-filter");
        assertEquals(11, screen.ask(list::getItemCount));
        whileItBeats(
                "showing again",
                () -> {
                    hand.pressKey("ctrl+a");
                    hand.pressKey("BackSpace");
                    awaitCount(COUNT + " messages");
                });
        assertEquals(COUNT, screen.ask(list::getItemCount));
    }
}
