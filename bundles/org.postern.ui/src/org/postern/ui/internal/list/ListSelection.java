package org.postern.ui.internal.list;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.postern.store.MessageRow;

import java.util.OptionalInt;

/**
 * What is selected in the list, for other views: the {@link MessageRow} when it is one, and how
 * many when they are several.
 */
final class ListSelection implements ISelectionProvider {

    private final MessageList list;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

    ListSelection(MessageList list) {
        this.list = list;
    }

    /** Says that it is another. */
    void changed() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public IStructuredSelection getSelection() {
        int count = list.getSelectionCount();
        if (count > 1) {
            return new SeveralMessages(count);
        }
        return list.row(list.getSelectionIndex())
                .map(StructuredSelection::new)
                .orElse(StructuredSelection.EMPTY);
    }

    @Override
    public void setSelection(ISelection selection) {
        Object first = selection instanceof IStructuredSelection s ? s.getFirstElement() : null;
        OptionalInt place =
                first instanceof MessageRow row
                        ? list.listing().place(row.id())
                        : OptionalInt.empty();
        if (place.isPresent()) {
            list.select(place.getAsInt());
        } else {
            list.selectNone();
        }
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
