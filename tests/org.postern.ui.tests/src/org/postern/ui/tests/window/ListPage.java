package org.postern.ui.tests.window;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.list.MessageList;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The list of messages. */
final class ListPage {

    private final Screen screen;

    ListPage(Screen screen) {
        this.screen = screen;
    }

    private MessageList list() {
        return screen.await(MessageList.class, WidgetIds.LIST_TABLE);
    }

    /** What a screen reader says of each row; none where the list is not to be seen. */
    List<String> rows() {
        return screen.ask(
                () ->
                        screen.find(MessageList.class, WidgetIds.LIST_TABLE).stream()
                                .flatMap(
                                        list ->
                                                IntStream.range(0, list.getItemCount())
                                                        .mapToObj(list::getText))
                                .toList());
    }

    private boolean has(String... texts) {
        return rows().stream().anyMatch(r -> Arrays.stream(texts).allMatch(r::contains));
    }

    /** Waits for a row that contains all that. */
    void await(String... texts) {
        screen.until(() -> has(texts), "a row with " + List.of(texts));
    }

    /** Waits until that row does not say so any more. */
    void awaitNot(String word, String row) {
        screen.until(() -> has(row) && !has(word, row), row + " is not " + word);
    }

    /** Waits until there is no such row. */
    void awaitGone(String row) {
        screen.until(() -> !has(row), row + " is gone");
    }

    /** Clicks on the row that contains that text. */
    void select(Hand hand, String text) {
        await(text);
        MessageList list = list();
        screen.toFront("Postern");
        hand.clickAt(screen.ask(() -> middle(list, text)));
        screen.until(
                () ->
                        list.getSelectionCount() == 1
                                && list.getText(list.getSelectionIndex()).contains(text),
                text + " is selected");
        screen.until(list::isFocusControl, "the list has the focus");
    }

    /** Clicks on the row that is at the top now, so that the list takes the keys. */
    void focus(Hand hand) {
        MessageList list = list();
        screen.toFront("Postern");
        hand.clickAt(screen.ask(() -> middle(list, list.getTopIndex())));
        screen.until(list::isFocusControl, "the list has the focus");
    }

    private static Point middle(MessageList list, String text) {
        int place =
                IntStream.range(0, list.getItemCount())
                        .filter(i -> list.getText(i).contains(text))
                        .findFirst()
                        .orElseThrow();
        return middle(list, place);
    }

    private static Point middle(MessageList list, int place) {
        Rectangle row = list.getBounds(place);
        return list.toDisplay(row.x + row.width / 2, row.y + row.height / 2);
    }
}
