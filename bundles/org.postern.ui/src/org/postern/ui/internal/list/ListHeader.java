package org.postern.ui.internal.list;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postern.core.MailboxRole;
import org.postern.store.StoredMailbox;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Fonts;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Over the list: which mailbox it is, how full it is, and the filter. */
final class ListHeader {

    /** Hears of another filter. */
    interface FilterListener {

        void filter(String words, boolean unreadOnly);

        /** The user goes on to the list. */
        void leave();
    }

    private final Composite bar;
    private final Label title;
    private final Label count;
    private final Text words;
    private final Button unread;
    private final FilterListener listener;
    private boolean clearing;

    /**
     * @param wish how the list is seen now
     * @param wanted hears that it is to be seen otherwise
     */
    ListHeader(
            Composite parent,
            FilterListener listener,
            Supplier<ListWish> wish,
            Consumer<ListWish> wanted) {
        this.listener = listener;
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 10).spacing(8, 8).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        title = label(WidgetIds.LIST_TITLE);
        Css.LIST.style(bar, title);
        title.setFont(Fonts.of(3, SWT.BOLD));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        count = label(WidgetIds.LIST_COUNT);
        Css.LIST_MUTED.style(count);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.END).span(2, 1).applyTo(count);
        words = filterField();
        unread = unreadBox();
        new ListOptions(bar, wish, wanted);
    }

    private Label label(String id) {
        return WidgetIds.name(new Label(bar, SWT.NONE), id);
    }

    private Text filterField() {
        int style = SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL;
        Text field = WidgetIds.name(new Text(bar, style), WidgetIds.LIST_FILTER);
        field.setMessage(Messages.List_filterHint);
        Accessible.name(field, Messages.List_filterName);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(field);
        field.addListener(SWT.Modify, e -> changed());
        field.addListener(SWT.KeyDown, this::pressed);
        return field;
    }

    private Button unreadBox() {
        Button box = WidgetIds.name(new Button(bar, SWT.TOGGLE), WidgetIds.LIST_UNREAD_ONLY);
        box.setText(Messages.List_unreadOnly);
        box.setToolTipText(Messages.List_unreadOnlyTip);
        box.addListener(SWT.Selection, e -> changed());
        return box;
    }

    /** Escape gives all messages back; the arrow leads down into the list. */
    private void pressed(Event event) {
        if (event.keyCode == SWT.ESC && !words.getText().isEmpty()) {
            words.setText("");
            listener.leave();
        } else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
            listener.leave();
        }
    }

    private void changed() {
        if (!clearing) {
            listener.filter(words.getText(), unread.getSelection());
        }
    }

    /** Takes the words away; the box stays as the user set it. */
    void clear() {
        clearing = true;
        words.setText("");
        clearing = false;
    }

    /**
     * @param name what is shown
     * @param whose account it is; empty when it is of several
     */
    void show(String name, String whose) {
        title.setText(name);
        title.setToolTipText(whose);
        bar.layout();
    }

    /** What people call a mailbox. */
    static String name(StoredMailbox mailbox) {
        return mailbox.role() == MailboxRole.INBOX ? Messages.Folders_inbox : mailbox.name();
    }

    /**
     * @param some how many messages are shown
     * @param all how many there are
     */
    void count(int some, int all) {
        String text =
                some < all
                        ? Counted.of(
                                all, Messages.List_countSomeOne, Messages.List_countSome, some, all)
                        : Counted.of(all, Messages.List_countOne, Messages.List_count);
        String now = all == 0 ? "" : text;
        if (!now.equals(count.getText())) {
            count.setText(now);
            count.requestLayout();
        }
    }

    /** Goes on typing in the filter. */
    void type(char letter) {
        words.setFocus();
        words.append(String.valueOf(letter));
        words.setSelection(words.getText().length());
    }

    void setFocus() {
        words.setFocus();
    }
}
