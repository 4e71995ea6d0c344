package org.postern.ui.tests.window;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.postern.testing.Eventually;
import org.postern.ui.WidgetIds;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tree of accounts and folders. */
final class FoldersPage {

    private static final Duration SECOND_THOUGHT = Duration.ofSeconds(2);

    private final Screen screen;
    private final Tree tree;

    FoldersPage(Screen screen) {
        this.screen = screen;
        tree = screen.await(Tree.class, WidgetIds.FOLDERS_TREE);
    }

    /** What stands beside the account's name. */
    String badge(String account) {
        return screen.ask(
                () ->
                        account(account)
                                .map(i -> i.getText().substring(account.length()))
                                .orElse("")
                                .strip());
    }

    void awaitBadge(String account, String start) {
        screen.until(
                () -> badge(account).startsWith(start),
                account + " is marked as " + start + ", and not " + badge(account));
    }

    /** The whole of it, when what passes ("connecting…") is over. */
    void awaitLastingBadge(String account, String whole) {
        screen.until(
                () -> badge(account).equals(whole),
                account + " is marked as " + whole + " and nothing else");
    }

    private Optional<TreeItem> account(String name) {
        return items().filter(i -> i.getText().startsWith(name)).findFirst();
    }

    private Stream<TreeItem> items() {
        return Arrays.stream(tree.getItems());
    }

    private Optional<TreeItem> folder(String account, String folder) {
        return account(account).stream()
                .flatMap(i -> Arrays.stream(i.getItems()))
                .filter(i -> i.getText().startsWith(folder))
                .findFirst();
    }

    /** The folder's text with its count, once it is there. */
    String folderText(String account, String folder) {
        screen.until(() -> folder(account, folder).isPresent(), account + " has " + folder);
        return screen.ask(() -> folder(account, folder).orElseThrow().getText());
    }

    void awaitFolder(String account, String text) {
        screen.until(
                () -> folder(account, text).filter(i -> i.getText().equals(text)).isPresent(),
                account + " shows '" + text + "'");
    }

    /** The text of what stands beside the accounts, by its start. */
    String viewText(String view) {
        return screen.ask(() -> account(view).map(TreeItem::getText).orElse(""));
    }

    /** Clicks on an account, or on a view over all of them. */
    void select(Hand hand, String account) {
        click(hand, () -> account(account));
    }

    /** Clicks on a folder. */
    void select(Hand hand, String account, String folder) {
        folderText(account, folder);
        click(hand, () -> folder(account, folder));
    }

    /** Clicks until it is selected: the tree may move under the mouse while mail arrives. */
    private void click(Hand hand, Supplier<Optional<TreeItem>> item) {
        Instant[] again = {Instant.MIN};
        Eventually.until(
                () -> {
                    if (screen.ask(() -> selected(item))) {
                        return true;
                    }
                    if (Instant.now().isAfter(again[0])) {
                        again[0] = Instant.now().plus(SECOND_THOUGHT);
                        screen.ask(() -> place(item)).ifPresent(hand::clickAt);
                    }
                    return false;
                },
                Program.PATIENCE,
                () -> "it is selected; see " + screen.picture("missed"));
    }

    private boolean selected(Supplier<Optional<TreeItem>> item) {
        return item.get().filter(Arrays.asList(tree.getSelection())::contains).isPresent();
    }

    /**
     * Empty as long as it is not in the tree: an account comes into it a moment after it is made.
     */
    private Optional<Point> place(Supplier<Optional<TreeItem>> item) {
        return item.get().map(this::place);
    }

    private Point place(TreeItem item) {
        tree.showItem(item);
        tree.getShell().forceActive();
        Rectangle area = item.getBounds();
        return tree.toDisplay(area.x + 20, area.y + area.height / 2);
    }
}
