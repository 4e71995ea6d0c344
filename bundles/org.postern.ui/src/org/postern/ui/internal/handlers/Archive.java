package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.jobs.ArchiveMessages;

/** Moves the messages that are selected to the archive, and goes on to the next. */
public final class Archive extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.list(event)
                .ifPresent(
                        list ->
                                list.withSelected(
                                        rows -> {
                                            list.selectBeyond();
                                            ArchiveMessages.schedule(Services.get(), rows);
                                        }));
        return null;
    }
}
