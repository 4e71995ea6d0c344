package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.ui.MailIds;
import org.postern.ui.internal.Problems;

/** Shows what was said over the connections of the account that is selected. */
public final class ShowLog extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        try {
            HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(MailIds.LOG_VIEW);
        } catch (PartInitException e) {
            Problems.log(MailIds.LOG_VIEW, e);
        }
        return null;
    }
}
