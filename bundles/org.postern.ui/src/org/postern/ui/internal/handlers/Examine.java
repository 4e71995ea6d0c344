package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.doctor.DoctorView;

/** Examines the connection of the account that is selected. */
public final class Examine extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        Chosen.account(event).ifPresent(account -> DoctorView.examine(page, account));
        return null;
    }
}
