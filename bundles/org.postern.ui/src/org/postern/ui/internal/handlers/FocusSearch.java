package org.postern.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.ui.internal.search.SearchField;

/** Goes to the field that searches all mail. */
public final class FocusSearch extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        SearchField.of(HandlerUtil.getActiveWorkbenchWindow(event)).ifPresent(SearchField::focus);
        return null;
    }
}
