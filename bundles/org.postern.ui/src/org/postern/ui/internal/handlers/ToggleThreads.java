package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.list.MessageListView;

/** Puts the messages of a conversation together, or takes them apart. */
public final class ToggleThreads extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.list(event).ifPresent(MessageListView::toggleThreads);
        return null;
    }
}
