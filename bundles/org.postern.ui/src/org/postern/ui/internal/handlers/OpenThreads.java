package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.internal.Chosen;

/** Opens all conversations. */
public final class OpenThreads extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.list(event).ifPresent(list -> list.openThreads(true));
        return null;
    }
}
