package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.ui.Services;
import org.postern.ui.internal.settings.NewAccountWizard;

/** Opens the wizard for a new account. */
public final class NewAccount extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        NewAccountWizard.open(HandlerUtil.getActiveShell(event), Services.get());
        return null;
    }
}
