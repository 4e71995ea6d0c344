package org.postern.ui.internal.list;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postern.account.Account;
import org.postern.core.MailboxRole;
import org.postern.store.StoredMailbox;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Fonts;

import java.util.Optional;

/** Over the list: which mailbox it is, how full it is, and the filter. */
final class ListHeader {

    /** Hears of another filter. */
    @FunctionalInterface
    interface FilterListener {
        void filter(String words, boolean unreadOnly);
    }

    private final Composite bar;
    private final Label title;
    private final Label count;
    private final Text words;
    private final Button unread;
    private final FilterListener listener;
    private boolean clearing;

    ListHeader(Composite parent, FilterListener listener) {
        this.listener = listener;
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(8, 8).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        title = label(WidgetIds.LIST_TITLE);
        Css.LIST.style(bar, title);
        title.setFont(Fonts.of(3, SWT.BOLD));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        count = label(WidgetIds.LIST_COUNT);
        Css.LIST_MUTED.style(count);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.END).applyTo(count);
        words = filterField();
        unread = unreadBox();
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
        return field;
    }

    private Button unreadBox() {
        Button box = WidgetIds.name(new Button(bar, SWT.TOGGLE), WidgetIds.LIST_UNREAD_ONLY);
        box.setText(Messages.List_unreadOnly);
        box.setToolTipText(Messages.List_unreadOnlyTip);
        box.addListener(SWT.Selection, e -> changed());
        return box;
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

    void show(Optional<Account> account, Optional<StoredMailbox> mailbox, RowModel model) {
        String name = account.map(Account::name).orElse("");
        title.setText(mailbox.map(ListHeader::name).orElse(name));
        title.setToolTipText(name);
        count(model);
        bar.layout();
    }

    private static String name(StoredMailbox mailbox) {
        return mailbox.role() == MailboxRole.INBOX ? Messages.Folders_inbox : mailbox.name();
    }

    void count(RowModel model) {
        boolean some = model.size() < model.total();
        String text =
                some
                        ? Messages.bind(
                                Messages.List_countSome,
                                String.valueOf(model.size()),
                                String.valueOf(model.total()))
                        : Messages.bind(Messages.List_count, String.valueOf(model.total()));
        count.setText(model.total() == 0 ? "" : text);
        count.requestLayout();
    }

    void setFocus() {
        words.setFocus();
    }
}
