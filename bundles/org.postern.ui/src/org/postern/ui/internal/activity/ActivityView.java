package org.postern.ui.internal.activity;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.postern.account.Account;
import org.postern.sync.Activity;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.EmptyPage;

import java.util.List;

/** What the engine is doing, and a way to stop it. */
public final class ActivityView extends ViewPart {

    private final Services services = Services.get();
    private Composite pages;
    private Composite page;
    private EmptyPage empty;
    private Table table;
    private Button cancel;
    private Runnable watch;

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        empty = new EmptyPage(pages, Css.PAGE, Messages.Activity_none, "");
        page = new Composite(pages, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(page);
        table = table(page);
        cancel = cancelButton(page);
        Coalescer redraw = new Coalescer(pages.getDisplay(), this::refresh);
        watch = redraw::wish;
        ConnectionStatus.show(services, getViewSite(), pages);
        services.activities().addListener(watch);
        refresh();
    }

    private Table table(Composite parent) {
        Table rows = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        WidgetIds.name(rows, WidgetIds.ACTIVITY_TABLE);
        Accessible.name(rows, Messages.Activity_tableName);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        rows.setHeaderVisible(true);
        column(rows, SWT.NONE, Messages.Activity_account, 120);
        column(rows, SWT.NONE, Messages.Activity_what, 265);
        column(rows, SWT.RIGHT, Messages.Activity_bytes, 140);
        column(rows, SWT.RIGHT, Messages.Activity_part, 60);
        rows.addListener(SWT.Selection, e -> enable());
        return rows;
    }

    private static void column(Table rows, int style, String title, int width) {
        TableColumn column = new TableColumn(rows, style);
        column.setText(title);
        column.setWidth(width);
    }

    private Button cancelButton(Composite parent) {
        Button button = WidgetIds.name(new Button(parent, SWT.PUSH), WidgetIds.ACTIVITY_CANCEL);
        button.setText(Messages.Activity_cancel);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.TOP).indent(0, 6).applyTo(button);
        button.addListener(SWT.Selection, e -> cancelSelected());
        return button;
    }

    private void cancelSelected() {
        for (TableItem item : table.getSelection()) {
            ((Activity) item.getData()).cancel().run();
        }
    }

    private void refresh() {
        if (pages.isDisposed()) {
            return;
        }
        List<Activity> now = services.activities().now();
        int selected = table.getSelectionIndex();
        table.setItemCount(now.size());
        for (int i = 0; i < now.size(); i++) {
            fill(table.getItem(i), now.get(i));
        }
        if (selected < 0 && !now.isEmpty()) {
            table.select(0);
        }
        enable();
        ((StackLayout) pages.getLayout()).topControl = now.isEmpty() ? empty : page;
        pages.layout();
    }

    private void fill(TableItem item, Activity activity) {
        item.setData(activity);
        item.setText(
                new String[] {
                    activity.account()
                            .flatMap(services.accounts()::find)
                            .map(Account::name)
                            .orElse(""),
                    activity.text(),
                    Amount.of(activity),
                    Percent.of(activity)
                });
    }

    private void enable() {
        cancel.setEnabled(table.getSelectionCount() > 0);
    }

    @Override
    public void setFocus() {
        pages.setFocus();
    }

    @Override
    public void dispose() {
        if (watch != null) {
            services.activities().removeListener(watch);
        }
        super.dispose();
    }
}
