package org.postern.ui.internal.list;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A table that makes only the rows in sight, so that its cost does not grow with the mailbox. Its
 * selection is one of {@link MessageRow}s and is kept by message, not by place.
 */
public final class MessageTable implements ISelectionProvider {

    private final Table table;
    private final TableColumn column;
    private final RowModel model;
    private final RowPainter painter;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private List<MessageRow> selected = List.of();

    /**
     * @param flagClicked hears of a click on a message's star
     */
    public MessageTable(Composite parent, RowModel model, Consumer<MessageRow> flagClicked) {
        this.model = model;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
        column = new TableColumn(table, SWT.NONE);
        Css.LIST.style(table);
        WidgetIds.name(table, WidgetIds.LIST_TABLE);
        Accessible.name(table, Messages.List_tableName);
        painter = new RowPainter(table);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MeasureItem, e -> e.height = painter.height());
        table.addListener(SWT.EraseItem, e -> e.detail &= ~SWT.FOREGROUND);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.Selection, e -> selectionChanged());
        table.addListener(SWT.Resize, e -> column.setWidth(table.getClientArea().width));
        table.addListener(SWT.MouseDown, e -> click(e, flagClicked));
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int place = event.index >= 0 ? event.index : table.indexOf(item);
        model.find(place)
                .ifPresent(
                        row -> {
                            item.setText(RowTexts.spoken(row));
                            item.setData(row);
                        });
    }

    private void paint(Event event) {
        if (event.item.getData() instanceof MessageRow row) {
            painter.paint(event, row);
        }
    }

    private void click(Event event, Consumer<MessageRow> flagClicked) {
        Point place = new Point(event.x, event.y);
        TableItem item = table.getItem(place);
        boolean plain = event.button == 1 && (event.stateMask & SWT.MODIFIER_MASK) == 0;
        if (item != null
                && plain
                && item.getData() instanceof MessageRow row
                && painter.onFlag(place, item.getBounds())) {
            flagClicked.accept(row);
        }
    }

    /** Shows what the model has now; what was selected stays selected. */
    public void refresh() {
        MessageId top = model.find(table.getTopIndex()).map(MessageRow::id).orElse(null);
        refresh(top);
    }

    /** Shows what the model has now, keeping these messages selected and this one at the top. */
    private void refresh(MessageId top) {
        table.setRedraw(false);
        try {
            table.setItemCount(model.size());
            table.clearAll();
            reselect();
            if (top != null) {
                model.place(top).ifPresent(table::setTopIndex);
            }
        } finally {
            table.setRedraw(true);
        }
        selectionChanged();
    }

    private void reselect() {
        int[] places = model.places(selectedIds());
        table.deselectAll();
        if (places.length > 0) {
            table.select(places);
        }
    }

    /** Ids of what is selected, also of what the filter hides. */
    public Set<MessageId> selectedIds() {
        return selected.stream().map(MessageRow::id).collect(Collectors.toSet());
    }

    /** Selects one row and brings it into sight. */
    public void select(int place) {
        table.setSelection(place);
        table.showSelection();
        selectionChanged();
    }

    /** Selects no row. */
    public void selectNone() {
        table.deselectAll();
        selectionChanged();
    }

    /** Where the selection is; -1 when there is none. */
    public int place() {
        return table.getSelectionIndex();
    }

    private void selectionChanged() {
        List<MessageRow> now = model.at(table.getSelectionIndices());
        if (Objects.equals(now, selected)) {
            return;
        }
        selected = now;
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(l -> l.selectionChanged(event));
    }

    /** The widget. */
    public Table control() {
        return table;
    }

    @Override
    public IStructuredSelection getSelection() {
        return new StructuredSelection(selected);
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection rows) {
            Set<MessageId> ids = Set.copyOf(idsOf(rows));
            int[] places = model.places(ids);
            table.setSelection(places);
            table.showSelection();
            selectionChanged();
        }
    }

    private static List<MessageId> idsOf(IStructuredSelection rows) {
        return rows.stream()
                .filter(MessageRow.class::isInstance)
                .map(row -> ((MessageRow) row).id())
                .toList();
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
