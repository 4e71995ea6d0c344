package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.core.Flag;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.jobs.FlagMessages;

import java.util.List;
import java.util.Set;

/** Marks messages as read, or as unread when all of them are read. */
public final class ToggleRead extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.withMessages(event, ToggleRead::toggle);
        return null;
    }

    private static void toggle(List<MessageRow> rows) {
        Set<Flag> seen = Set.of(Flag.SEEN);
        boolean read = rows.stream().anyMatch(MessageRow::unread);
        FlagMessages.schedule(Services.get(), rows, read ? seen : Set.of(), read ? Set.of() : seen);
    }
}
