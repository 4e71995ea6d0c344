package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.search.SaveSearchDialog;

/** Gives the saved search that is selected another name. */
public final class RenameSearch extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.savedQuery(event)
                .ifPresent(
                        saved ->
                                SaveSearchDialog.rename(
                                        HandlerUtil.getActiveShell(event), Services.get(), saved));
        return null;
    }
}
