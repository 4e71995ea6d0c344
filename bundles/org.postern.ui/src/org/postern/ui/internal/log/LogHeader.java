package org.postern.ui.internal.log;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Over the log: whose it is, the filter, and what can be done with it. */
final class LogHeader {

    /** What somebody does here. */
    interface Listener {
        void chosen(AccountId account);

        void filter(String words);

        void hold(boolean on);

        void clear();

        void save();
    }

    private final Composite bar;
    private final Combo accounts;
    private final Text words;
    private final Label count;
    private List<AccountId> ids = List.of();

    LogHeader(Composite parent, Listener listener) {
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(8, 6).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        accounts = new Combo(bar, SWT.READ_ONLY);
        WidgetIds.name(accounts, WidgetIds.LOG_ACCOUNT);
        Accessible.name(accounts, Messages.Log_account);
        GridDataFactory.fillDefaults().hint(200, SWT.DEFAULT).applyTo(accounts);
        accounts.addListener(
                SWT.Selection, e -> listener.chosen(ids.get(accounts.getSelectionIndex())));
        words = filterField(listener);
        count = new Label(bar, SWT.RIGHT);
        Css.MUTED.style(count);
        button(SWT.TOGGLE, Messages.Log_hold, Messages.Log_holdTip, WidgetIds.LOG_HOLD)
                .addListener(SWT.Selection, e -> listener.hold(((Button) e.widget).getSelection()));
        button(SWT.PUSH, Messages.Log_clear, Messages.Log_clearTip, WidgetIds.LOG_CLEAR)
                .addListener(SWT.Selection, e -> listener.clear());
        button(SWT.PUSH, Messages.Log_save, Messages.Log_saveTip, WidgetIds.LOG_SAVE)
                .addListener(SWT.Selection, e -> listener.save());
    }

    private Text filterField(Listener listener) {
        int style = SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL;
        Text field = WidgetIds.name(new Text(bar, style), WidgetIds.LOG_FILTER);
        field.setMessage(Messages.Log_filterHint);
        Accessible.name(field, Messages.Log_filterHint);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .applyTo(field);
        field.addListener(SWT.Modify, e -> listener.filter(field.getText()));
        return field;
    }

    private Button button(int style, String text, String tip, String id) {
        Button button = WidgetIds.name(new Button(bar, style), id);
        button.setText(text);
        button.setToolTipText(tip);
        return button;
    }

    /** Offers these accounts, that one chosen. */
    void accounts(List<Account> all, Optional<AccountId> chosen) {
        ids = all.stream().map(Account::id).toList();
        String[] names = all.stream().map(Account::name).toArray(String[]::new);
        if (!Arrays.equals(names, accounts.getItems())) {
            accounts.setItems(names);
        }
        int place = chosen.map(ids::indexOf).orElse(-1);
        if (place >= 0) {
            accounts.select(place);
        } else {
            accounts.deselectAll();
        }
    }

    /** Says how many lines are shown. */
    void count(LogModel model) {
        boolean some = model.size() < model.total();
        count.setText(
                some
                        ? Counted.of(
                                model.total(),
                                Messages.Log_countSomeOne,
                                Messages.Log_countSome,
                                model.size(),
                                model.total())
                        : Counted.of(model.total(), Messages.Log_countOne, Messages.Log_count));
        count.requestLayout();
    }

    void setFocus() {
        words.setFocus();
    }
}
