package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.internal.jobs.Undo;

/** Takes back what was last done to messages. */
public final class UndoLast extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Undo.last();
        return null;
    }
}
