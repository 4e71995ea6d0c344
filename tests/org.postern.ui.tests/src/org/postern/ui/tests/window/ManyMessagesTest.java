package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.ui.WidgetIds;

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
    private static Table table;

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
        table = screen.await(Table.class, WidgetIds.LIST_TABLE);
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
    void makesOnlyTheRowsInSight() {
        show(0);
        assertTrue(screen.ask(() -> (table.getStyle() & SWT.VIRTUAL) != 0));
        assertEquals(COUNT, screen.ask(table::getItemCount));
        long made = screen.ask(() -> IntStream.range(0, COUNT).filter(i -> made(i)).count());
        assertTrue(made > 0 && made < COUNT / 10, made + " rows were made");
    }

    private static boolean made(int place) {
        return table.getItem(place).getData() != null;
    }

    private static void show(int place) {
        screen.run(() -> table.setTopIndex(place));
        screen.until(() -> made(place), "row " + place + " is there");
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
                () -> {
                    TableItem row = table.getItem(place);
                    return table.getSelectionIndex() == place
                            && table.getClientArea().intersects(row.getBounds())
                            && row.getText().contains(text);
                },
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
        assertEquals(11, screen.ask(table::getItemCount));
        whileItBeats(
                "showing again",
                () -> {
                    hand.pressKey("ctrl+a");
                    hand.pressKey("BackSpace");
                    awaitCount(COUNT + " messages");
                });
        assertEquals(COUNT, screen.ask(table::getItemCount));
    }
}
