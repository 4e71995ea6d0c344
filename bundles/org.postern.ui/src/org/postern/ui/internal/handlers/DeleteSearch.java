package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.jobs.ChangeSearches;

/** Forgets the saved search that is selected; undo brings it back. */
public final class DeleteSearch extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.savedQuery(event).ifPresent(saved -> ChangeSearches.remove(Services.get(), saved));
        return null;
    }
}
