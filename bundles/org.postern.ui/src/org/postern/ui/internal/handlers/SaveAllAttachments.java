package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.ui.MailIds;
import org.postern.ui.internal.reading.ReadingView;

/** Saves the attachments of the message that is shown. */
public final class SaveAllAttachments extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        if (page.findView(MailIds.READING_VIEW) instanceof ReadingView view) {
            view.saveAttachments();
        }
        return null;
    }
}
