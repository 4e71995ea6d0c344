package org.postern.ui.tests.window;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postern.ui.WidgetIds;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The list of messages. */
final class ListPage {

    private final Screen screen;

    ListPage(Screen screen) {
        this.screen = screen;
    }

    private Table table() {
        return screen.await(Table.class, WidgetIds.LIST_TABLE);
    }

    /** What a screen reader says of each row; none where the list is not to be seen. */
    List<String> rows() {
        return screen.ask(
                () ->
                        screen.find(Table.class, WidgetIds.LIST_TABLE).stream()
                                .flatMap(table -> Arrays.stream(table.getItems()))
                                .map(TableItem::getText)
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
        Table table = table();
        screen.toFront("Postern");
        hand.clickAt(screen.ask(() -> middle(table, text)));
        screen.until(
                () ->
                        table.getSelectionCount() == 1
                                && table.getSelection()[0].getText().contains(text),
                text + " is selected");
        screen.until(table::isFocusControl, "the list has the focus");
    }

    /** Clicks on the row that is at the top now, so that the list takes the keys. */
    void focus(Hand hand) {
        Table table = table();
        screen.toFront("Postern");
        hand.clickAt(screen.ask(() -> middle(table, table.getTopIndex())));
        screen.until(table::isFocusControl, "the list has the focus");
    }

    private static Point middle(Table table, String text) {
        int place =
                IntStream.range(0, table.getItemCount())
                        .filter(i -> table.getItem(i).getText().contains(text))
                        .findFirst()
                        .orElseThrow();
        return middle(table, place);
    }

    private static Point middle(Table table, int place) {
        Rectangle row = table.getItem(place).getBounds();
        return table.toDisplay(row.x + row.width / 2, row.y + row.height / 2);
    }
}
