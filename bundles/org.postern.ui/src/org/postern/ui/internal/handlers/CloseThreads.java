package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.internal.Chosen;

/** Closes all conversations. */
public final class CloseThreads extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.list(event).ifPresent(list -> list.openThreads(false));
        return null;
    }
}
