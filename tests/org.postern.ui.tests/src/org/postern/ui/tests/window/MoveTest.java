package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.Flag;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.list.MessageList;

import java.util.Arrays;
import java.util.List;

/** Somebody puts messages into other mailboxes. */
@ExtendWith(InWindow.class)
class MoveTest {

    private static final String ACCOUNT = "Mover";
    private static final String GARDEN = "Projects/Garden";
    private static final String HOUSE = "Projects/House";

    private static Screen screen;
    private static Hand hand;
    private static FoldersPage folders;
    private static ListPage list;

    @BeforeAll
    static void setUp() throws Exception {
        Program program = InWindow.program();
        StoredAccount account = StoredAccount.in(program, ACCOUNT, "Bills", GARDEN, HOUSE);
        account.put(1, "Seeds", "", Flag.SEEN);
        account.put(2, "Bricks", "", Flag.SEEN);
        account.put(3, "Invoice", "", Flag.SEEN);
        screen = program.screen();
        hand = new Hand(screen);
        folders = new FoldersPage(screen);
        list = new ListPage(screen);
    }

    @BeforeEach
    void beginInTheInbox() {
        folders.select(hand, ACCOUNT, "Inbox");
        list.await("Seeds");
    }

    private static Table chooser(String key, String title) {
        hand.pressKey(key);
        screen.awaitShell(title);
        screen.toFront(title);
        Text words = screen.await(Text.class, WidgetIds.MOVE_WORDS);
        screen.until(words::isFocusControl, "the field has the focus");
        return screen.await(Table.class, WidgetIds.MOVE_TABLE);
    }

    private static void take(Table mailboxes, String words) {
        words.chars().forEach(c -> hand.pressKey(Character.toString(c)));
        screen.until(() -> mailboxes.getItemCount() == 1, "one mailbox is left");
        hand.pressKey("Return");
        screen.until(mailboxes::isDisposed, "it is taken");
    }

    private static void awaitCount(String text) {
        Control count = screen.await(Control.class, WidgetIds.LIST_COUNT);
        screen.until(() -> Texts.of(count).equals(text), "the list counts " + text);
    }

    @Test
    void keyVMovesAMessageToTheMailboxThatIsTypedAndUndoBringsItBack() {
        list.select(hand, "Seeds");
        take(chooser("v", "Move 1 message to"), "gard");
        list.awaitGone("Seeds");
        folders.select(hand, ACCOUNT, GARDEN);
        list.await("Seeds");
        awaitCount("1 message");
        list.focus(hand);
        hand.pressKey("ctrl+z");
        list.awaitGone("Seeds");
        beginInTheInbox();
    }

    @Test
    void keyCCopiesAMessageAndUndoTakesTheCopyBack() {
        list.select(hand, "Bricks");
        take(chooser("c", "Copy 1 message to"), "house");
        list.await("Bricks");
        folders.select(hand, ACCOUNT, HOUSE);
        list.await("Bricks");
        list.focus(hand);
        hand.pressKey("ctrl+z");
        list.awaitGone("Bricks");
        beginInTheInbox();
        list.await("Bricks");
    }

    @Test
    void theMailboxThatWasChosenLastIsTheFirstNextTime() {
        list.select(hand, "Invoice");
        take(chooser("ctrl+shift+v", "Move 1 message to"), "bill");
        list.awaitGone("Invoice");
        list.select(hand, "Seeds");
        Table mailboxes = chooser("ctrl+shift+c", "Copy 1 message to");
        assertEquals("Bills", screen.ask(() -> mailboxes.getItem(0).getText()));
        screen.picture("move-chooser");
        hand.pressKey("Escape");
        screen.until(mailboxes::isDisposed, "it is left");
        list.await("Seeds");
        list.focus(hand);
        hand.pressKey("ctrl+z");
        list.await("Invoice");
    }

    @Test
    void bothStandInTheContextMenuOfTheList() {
        list.select(hand, "Seeds");
        List<String> entries = screen.ask(MoveTest::contextMenu);
        assertTrue(entries.stream().anyMatch(e -> e.startsWith("Move to…")), entries::toString);
        assertTrue(entries.stream().anyMatch(e -> e.startsWith("Copy to…")), entries::toString);
    }

    /** On the user interface's thread: what would be shown, without the grab of a real menu. */
    private static List<String> contextMenu() {
        Menu menu = screen.find(MessageList.class, WidgetIds.LIST_TABLE).orElseThrow().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        List<String> texts =
                Arrays.stream(menu.getItems())
                        .map(MenuItem::getText)
                        .map(text -> text.replace("&", ""))
                        .toList();
        menu.notifyListeners(SWT.Hide, new Event());
        return texts;
    }
}
