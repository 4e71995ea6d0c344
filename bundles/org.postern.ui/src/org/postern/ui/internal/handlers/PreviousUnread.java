package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.internal.Chosen;

/** Goes to the previous unread message. */
public final class PreviousUnread extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.list(event).ifPresent(list -> list.selectUnread(-1));
        return null;
    }
}
