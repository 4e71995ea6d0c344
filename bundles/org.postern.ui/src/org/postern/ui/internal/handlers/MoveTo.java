package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.jobs.MoveMessages;
import org.postern.ui.internal.list.MessageListView;
import org.postern.ui.internal.move.WhereTo;

import java.util.List;

/** Asks for a mailbox, moves the messages that are selected there, and goes on to the next. */
public final class MoveTo extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Chosen.list(event).ifPresent(list -> list.withSelected(rows -> ask(shell, list, rows)));
        return null;
    }

    private static void ask(Shell shell, MessageListView list, List<MessageRow> rows) {
        WhereTo.move()
                .ask(shell, Services.get(), rows)
                .ifPresent(target -> move(list, rows, target));
    }

    private static void move(MessageListView list, List<MessageRow> rows, MailboxId target) {
        list.selectBeyond();
        MoveMessages.schedule(Services.get(), rows, target);
    }
}
