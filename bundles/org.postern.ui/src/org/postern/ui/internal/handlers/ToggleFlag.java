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

/** Puts a star on messages, or takes it off when all of them have one. */
public final class ToggleFlag extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.withMessages(event, ToggleFlag::toggle);
        return null;
    }

    private static void toggle(List<MessageRow> rows) {
        Set<Flag> star = Set.of(Flag.FLAGGED);
        boolean on = rows.stream().anyMatch(row -> !row.flags().contains(Flag.FLAGGED));
        FlagMessages.schedule(Services.get(), rows, on ? star : Set.of(), on ? Set.of() : star);
    }
}
