package org.postern.ui.internal.list;

import org.eclipse.jface.viewers.IStructuredSelection;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A selection of several messages. It knows how many; commands ask the list for the messages, which
 * may be very many and are not in memory.
 *
 * @param count at least 2
 */
public record SeveralMessages(int count) implements IStructuredSelection {

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Object getFirstElement() {
        return this;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public List<SeveralMessages> toList() {
        return Collections.nCopies(count, this);
    }

    @Override
    public Iterator<SeveralMessages> iterator() {
        return toList().iterator();
    }

    @Override
    public Object[] toArray() {
        return toList().toArray();
    }
}
