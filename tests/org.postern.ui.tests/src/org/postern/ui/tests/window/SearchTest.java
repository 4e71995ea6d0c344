package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.Flag;
import org.postern.testing.TestMail;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.list.MessageList;

/** Somebody looks for mail in the field of the tool bar, and keeps a search. */
@ExtendWith(InWindow.class)
class SearchTest {

    private static Screen screen;
    private static Hand hand;
    private static FoldersPage folders;
    private static ListPage list;

    @BeforeAll
    static void setUp() throws Exception {
        Program program = InWindow.program();
        StoredAccount first = StoredAccount.in(program, "Gardener");
        first.put(1, "Roses", "", Flag.SEEN);
        first.body(1, TestMail.subject("Roses").text("The roses want water every day.").bytes());
        first.put(2, "Slugs", "");
        first.body(2, TestMail.subject("Slugs").text("They ate all my lettuce.").bytes());
        StoredAccount second = StoredAccount.in(program, "Cook");
        second.put(3, "Salad", "", Flag.SEEN);
        second.body(3, TestMail.subject("Salad").text("Wash the lettuce in water.").bytes());
        program.services().search().await(new NullProgressMonitor());
        screen = program.screen();
        hand = new Hand(screen);
        folders = new FoldersPage(screen);
        list = new ListPage(screen);
    }

    @BeforeEach
    void beginInAFolder() {
        screen.toFront("Postern");
        hand.pressKey("ctrl+k");
        screen.until(field()::isFocusControl, "the field has the focus");
        hand.pressKey("Escape");
        folders.select(hand, "Gardener", "Inbox");
        list.await("Roses");
    }

    private static Text field() {
        return screen.await(Text.class, WidgetIds.SEARCH_FIELD);
    }

    private static void search(String words) {
        screen.toFront("Postern");
        hand.pressKey("ctrl+k");
        Text field = field();
        screen.until(field::isFocusControl, "the field has the focus");
        type(words);
        screen.until(() -> field.getText().equals(words), "it is typed");
    }

    /** Types over what is selected. */
    private static void type(String words) {
        for (char c : words.toCharArray()) {
            hand.pressKey(c == ' ' ? "space" : c == ':' ? "colon" : String.valueOf(c));
        }
    }

    private static void awaitLines(int count) {
        MessageList lines = screen.await(MessageList.class, WidgetIds.LIST_TABLE);
        screen.until(() -> lines.getItemCount() == count, count + " lines are there");
    }

    private static void awaitTitle(String title) {
        Control label = screen.await(Control.class, WidgetIds.LIST_TITLE);
        screen.until(() -> Texts.of(label).equals(title), "the list is called " + title);
    }

    @Test
    void findsWordsOfTheTextInAllAccountsWhileOneTypes() {
        search("lettu");
        awaitTitle("Search results");
        awaitLines(2);
        list.await("Salad", "Cook · Inbox");
        list.await("Slugs", "Gardener · Inbox");
        list.await("ate all my lettuce");
        screen.picture("search");
        InWindow.program().dark(true);
        screen.picture("search-dark");
        InWindow.program().dark(false);
        list.select(hand, "Slugs");
        Control subject = screen.await(Control.class, WidgetIds.READING_SUBJECT);
        screen.until(() -> Texts.of(subject).equals("Slugs"), "the hit is read");
    }

    @Test
    void onlyAListOverSeveralMailboxesSaysWhereItsMessagesLie() {
        folders.select(hand, "All inboxes");
        list.await("Roses", "Gardener · Inbox");
        list.await("Salad", "Cook · Inbox");
        screen.picture("unified");
        folders.select(hand, "Gardener", "Inbox");
        list.awaitNot("Gardener", "Roses");
    }

    @Test
    void escapeLeadsBackToTheFolder() {
        search("water");
        awaitTitle("Search results");
        hand.pressKey("Escape");
        awaitTitle("Inbox");
        list.await("Roses");
        assertEquals("", Texts.of(screen, field()));
    }

    @Test
    void saysWhatIsWrongWithAQueryAndWhere() {
        search("roses is:pink");
        hand.pressKey("Return");
        Control wrong = screen.await(Control.class, WidgetIds.SEARCH_MISTAKE);
        assertTrue(Texts.of(screen, wrong).endsWith("is:pink"), Texts.of(screen, wrong));
        Control sentence = screen.await(Control.class, WidgetIds.SEARCH_SENTENCE);
        assertTrue(Texts.of(screen, sentence).contains("pink"), Texts.of(screen, sentence));
        screen.picture("search-mistake");
        hand.pressKey("Escape");
    }

    @Test
    void saysThatNothingWasFound() {
        search("zucchini");
        Control empty = screen.await(Control.class, WidgetIds.LIST_EMPTY);
        screen.until(() -> Texts.of(empty).startsWith("Nothing"), "nothing was found");
        screen.picture("search-nothing");
        hand.pressKey("Escape");
        list.await("Roses");
    }

    @Test
    void aSavedSearchStandsInTheTreeUntilItIsDeletedAndComesBackByUndo() {
        search("water");
        awaitLines(2);
        hand.click(screen.await(Button.class, WidgetIds.SEARCH_SAVE));
        Shell dialog = screen.awaitShell("Save search");
        screen.toFront("Save search");
        type("thirst");
        hand.click(Buttons.in(screen, dialog, "OK"));
        screen.until(() -> !folders.viewText("thirst").isEmpty(), "it is in the tree");
        beginInAFolder();
        folders.select(hand, "thirst");
        awaitTitle("thirst");
        awaitLines(2);
        screen.picture("search-saved");
        hand.pressKey("Delete");
        screen.until(() -> folders.viewText("thirst").isEmpty(), "it is deleted");
        hand.pressKey("ctrl+z");
        screen.until(() -> !folders.viewText("thirst").isEmpty(), "it is back");
    }
}
