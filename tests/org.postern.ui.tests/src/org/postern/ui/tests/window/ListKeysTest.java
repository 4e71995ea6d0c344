package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.Flag;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.list.MessageList;

/** The list is worked through by keyboard: ranges, filter, conversations, views over all. */
@ExtendWith(InWindow.class)
class ListKeysTest {

    private static StoredAccount account;
    private static Screen screen;
    private static Hand hand;
    private static FoldersPage folders;
    private static ListPage page;

    @BeforeAll
    static void setUp() throws Exception {
        Program program = InWindow.program();
        account = StoredAccount.in(program, "Writer");
        account.put(1, "Plan", "Message-ID: <a@x>\r\n", Flag.SEEN, Flag.FLAGGED);
        account.put(2, "Other", "Message-ID: <b@x>\r\n", Flag.SEEN);
        account.put(3, "Re: Plan", "Message-ID: <c@x>\r\nReferences: <a@x>\r\n", Flag.SEEN);
        account.put(4, "Re: Re: Plan", "Message-ID: <d@x>\r\nReferences: <a@x> <c@x>\r\n");
        StoredAccount.in(program, "Second").put(5, "Elsewhere", "Message-ID: <e@x>\r\n");
        screen = program.screen();
        hand = new Hand(screen);
        folders = new FoldersPage(screen);
        page = new ListPage(screen);
    }

    @BeforeEach
    void inTheInbox() {
        screen.toFront("Postern");
        folders.select(hand, "Writer", "Inbox");
        page.await("Other");
    }

    private static MessageList list() {
        return screen.await(MessageList.class, WidgetIds.LIST_TABLE);
    }

    private static void awaitSelected(int count) {
        screen.until(() -> list(count), count + " lines are selected");
    }

    private static boolean list(int count) {
        return screen.find(MessageList.class, WidgetIds.LIST_TABLE)
                .filter(list -> list.getSelectionCount() == count)
                .isPresent();
    }

    private static void awaitLines(int count) {
        MessageList list = list();
        screen.until(() -> list.getItemCount() == count, count + " lines are there");
    }

    @Test
    void shiftSelectsARangeAndControlAAll() {
        page.select(hand, "Other");
        hand.pressKey("shift+Up");
        awaitSelected(2);
        Control empty = screen.await(Control.class, WidgetIds.READING_EMPTY);
        screen.until(() -> Texts.of(empty).startsWith("2 "), "the reader says how many");
        hand.pressKey("ctrl+a");
        awaitSelected(4);
        hand.pressKey("Home");
        awaitSelected(1);
        screen.picture("list-keys");
    }

    @Test
    void lettersFilterAndEscapeGivesAllBack() {
        page.select(hand, "Other");
        hand.pressKey("o");
        hand.pressKey("t");
        Text filter = screen.await(Text.class, WidgetIds.LIST_FILTER);
        screen.until(() -> filter.getText().equals("ot"), "the letters are in the filter");
        awaitLines(1);
        hand.pressKey("Escape");
        awaitLines(4);
        screen.until(list()::isFocusControl, "the list has the focus again");
    }

    @Test
    void conversationsOpenAndCloseByArrows() {
        page.select(hand, "Other");
        hand.pressKey("ctrl+shift+t");
        awaitLines(2);
        page.await("closed conversation of 3 messages");
        hand.pressKey("Home");
        awaitSelected(1);
        hand.pressKey("Right");
        awaitLines(4);
        page.await("open conversation of 3 messages");
        screen.picture("list-conversation");
        InWindow.program().dark(true);
        screen.picture("list-conversation-dark");
        InWindow.program().dark(false);
        hand.pressKey("Left");
        hand.pressKey("Left");
        hand.pressKey("Left");
        awaitLines(2);
        hand.pressKey("asterisk");
        awaitLines(4);
        hand.pressKey("backslash");
        awaitLines(2);
        hand.pressKey("ctrl+shift+t");
        awaitLines(4);
    }

    @Test
    void viewsShowTheMessagesOfAllAccounts() {
        folders.select(hand, "All inboxes");
        page.await("Elsewhere");
        page.await("Other");
        screen.until(() -> folders.viewText("Flagged").equals("Flagged  1"), "one has a star");
        screen.picture("views");
        folders.select(hand, "Unread");
        awaitLines(2);
        assertEquals("Unread  2", folders.viewText("Unread"));
        folders.select(hand, "Flagged");
        awaitLines(1);
    }

    @Test
    void whatComesMovesNeitherSelectionNorPlace() throws Exception {
        StoredAccount third = StoredAccount.in(InWindow.program(), "Third");
        third.put(1, "Early", "Message-ID: <t@x>\r\n", Flag.SEEN);
        folders.select(hand, "Third", "Inbox");
        page.select(hand, "Early");
        third.put(2, "Late", "Message-ID: <u@x>\r\n", Flag.SEEN);
        page.await("Late");
        MessageList list = list();
        assertTrue(screen.ask(() -> list.getText(list.getSelectionIndex()).contains("Early")));
        assertTrue(screen.ask(() -> list.getText(list.getTopIndex()).contains("Late")));
    }
}
