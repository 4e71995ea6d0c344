package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.posture.PostureDialog;

/** Shows what protects the connection of the account that is selected. */
public final class ShowSecurity extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.account(event)
                .ifPresent(
                        account ->
                                PostureDialog.open(
                                        HandlerUtil.getActiveShell(event),
                                        Services.get(),
                                        account));
        return null;
    }
}
