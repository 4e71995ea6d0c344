package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.jobs.CopyMessages;
import org.postern.ui.internal.move.WhereTo;

import java.util.List;

/** Asks for a mailbox, and copies the messages that are selected there. */
public final class CopyTo extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Chosen.withMessages(event, rows -> ask(shell, rows));
        return null;
    }

    private static void ask(Shell shell, List<MessageRow> rows) {
        Services services = Services.get();
        WhereTo.copy()
                .ask(shell, services, rows)
                .ifPresent(target -> CopyMessages.schedule(services, rows, target));
    }
}
