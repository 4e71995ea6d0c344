package org.postern.ui.internal.list;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.postern.store.ListQuery.Order;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Images;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** The menu of ways to see the list: in which order, and in conversations. */
final class ListOptions {

    private final ToolBar bar;
    private final Supplier<ListWish> now;
    private final Consumer<ListWish> wanted;

    /**
     * @param now what holds
     * @param wanted hears of another wish
     */
    ListOptions(Composite parent, Supplier<ListWish> now, Consumer<ListWish> wanted) {
        this.now = now;
        this.wanted = wanted;
        bar = WidgetIds.name(new ToolBar(parent, SWT.FLAT), WidgetIds.LIST_OPTIONS);
        Css.LIST.style(bar);
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(Images.get("sort"));
        item.setToolTipText(Messages.List_options);
        item.addListener(SWT.Selection, e -> open(item.getBounds()));
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
    }

    private void open(Rectangle below) {
        Menu menu = menu();
        Point corner = bar.toDisplay(below.x, below.y + below.height);
        menu.setLocation(corner);
        menu.addListener(SWT.Hide, e -> bar.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private Menu menu() {
        Menu menu = new Menu(bar);
        ListWish wish = now.get();
        for (Order order : Order.values()) {
            MenuItem item = item(menu, SWT.RADIO, label(order), order == wish.order());
            item.addListener(SWT.Selection, e -> sort(item, order));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, SWT.CHECK, Messages.List_reversed, wish.reversed())
                .addListener(
                        SWT.Selection,
                        e -> wanted.accept(wish.sorted(wish.order(), !wish.reversed())));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, SWT.CHECK, Messages.List_threads, wish.threads())
                .addListener(SWT.Selection, e -> wanted.accept(wish.inThreads(!wish.threads())));
        return menu;
    }

    private void sort(MenuItem item, Order order) {
        if (item.getSelection()) {
            wanted.accept(now.get().sorted(order, false));
        }
    }

    private static MenuItem item(Menu menu, int style, String text, boolean on) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(text);
        item.setSelection(on);
        return item;
    }

    private static String label(Order order) {
        return switch (order) {
            case DATE -> Messages.List_byDate;
            case AUTHOR -> Messages.List_byAuthor;
            case SUBJECT -> Messages.List_bySubject;
            case SIZE -> Messages.List_bySize;
        };
    }
}
