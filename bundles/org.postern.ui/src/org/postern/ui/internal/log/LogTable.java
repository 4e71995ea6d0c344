package org.postern.ui.internal.log;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postern.net.WireLine;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Clip;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Fonts;
import org.postern.ui.internal.look.Look;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table of log lines that makes only the rows in sight. */
final class LogTable {

    private static final int[] WIDTHS = {112, 50, 112, 700};

    private final Table table;
    private final LogModel model;

    LogTable(Composite parent, LogModel model) {
        this.model = model;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        WidgetIds.name(table, WidgetIds.LOG_TABLE);
        Accessible.name(table, Messages.Log_tableName);
        Css.LIST.style(table);
        table.setHeaderVisible(true);
        String[] titles = {
            Messages.Log_time, Messages.Log_connection, Messages.Log_direction, Messages.Log_text
        };
        for (int i = 0; i < titles.length; i++) {
            column(titles[i], WIDTHS[i]);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Resize, e -> stretch());
        table.addListener(SWT.KeyDown, this::key);
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    /** The text gets all the room that is left. */
    private void stretch() {
        int others = Arrays.stream(WIDTHS).limit(WIDTHS.length - 1L).sum();
        int room = table.getClientArea().width - others;
        table.getColumn(WIDTHS.length - 1).setWidth(Math.max(room, 200));
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int place = event.index >= 0 ? event.index : table.indexOf(item);
        model.find(place).ifPresent(line -> fill(item, line));
    }

    private void fill(TableItem item, WireLine line) {
        boolean dark = Look.dark(table);
        item.setText(LogTexts.cells(line));
        item.setFont(Fonts.fixed());
        item.setForeground(
                switch (line.direction()) {
                    case SENT -> Look.accent(dark);
                    case RECEIVED -> null;
                    case NOTE -> Look.muted(dark);
                });
    }

    private void key(Event event) {
        if (event.stateMask != SWT.MOD1) {
            return;
        }
        switch (Character.toLowerCase((char) event.keyCode)) {
            case 'c' -> copy();
            case 'a' -> table.selectAll();
            default -> {}
        }
    }

    /** Puts the selected lines, or all when none is, on the clipboard. */
    void copy() {
        List<WireLine> lines =
                Arrays.stream(table.getSelectionIndices())
                        .mapToObj(model::find)
                        .flatMap(Optional::stream)
                        .toList();
        Clip.put(table.getDisplay(), LogTexts.text(lines.isEmpty() ? model.shown() : lines));
    }

    /**
     * Shows what the model has now.
     *
     * @param follow whether the newest line comes into sight
     */
    void refresh(boolean follow) {
        table.setRedraw(false);
        try {
            table.setItemCount(model.size());
            table.clearAll();
            if (follow && model.size() > 0) {
                table.setTopIndex(model.size() - 1);
            }
        } finally {
            table.setRedraw(true);
        }
    }

    Table control() {
        return table;
    }
}
