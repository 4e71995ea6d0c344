package org.postern.ui.internal;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.postern.ui.MailIds;
import org.postern.ui.internal.folders.AccountNode;
import org.postern.ui.internal.folders.FolderNode;
import org.postern.ui.internal.folders.SavedNode;

import java.util.HashMap;
import java.util.Map;

/** Variables for {@code enabledWhen}: what is selected in our views, whichever has the focus. */
public final class MailSources extends AbstractSourceProvider {

    /** Whether messages are selected: {@code some} or {@code none}. */
    public static final String MESSAGES = "org.postern.ui.selectedMessages";

    /** Whether a saved search is selected: {@code some} or {@code none}. */
    public static final String SEARCH = "org.postern.ui.selectedSearch";

    /** Whether an account or a folder is selected: {@code some} or {@code none}. */
    public static final String ACCOUNT = "org.postern.ui.selectedAccount";

    private static final String SOME = "some";
    private static final String NONE = "none";

    private final Map<String, String> now = new HashMap<>();

    public MailSources() {
        now.put(MESSAGES, NONE);
        now.put(ACCOUNT, NONE);
        now.put(SEARCH, NONE);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {MESSAGES, ACCOUNT, SEARCH};
    }

    @Override
    public Map<String, String> getCurrentState() {
        return Map.copyOf(now);
    }

    /** Follows the selection in a window. */
    public void follow(IWorkbenchWindow window) {
        var selections = window.getSelectionService();
        selections.addSelectionListener(
                MailIds.LIST_VIEW, (part, selection) -> set(MESSAGES, !selection.isEmpty()));
        selections.addSelectionListener(
                MailIds.FOLDERS_VIEW, (part, selection) -> folders(selection));
        ISelection messages = selections.getSelection(MailIds.LIST_VIEW);
        set(MESSAGES, messages != null && !messages.isEmpty());
        folders(selections.getSelection(MailIds.FOLDERS_VIEW));
    }

    private void folders(ISelection selection) {
        Object node = selection instanceof IStructuredSelection s ? s.getFirstElement() : null;
        set(ACCOUNT, node instanceof AccountNode || node instanceof FolderNode);
        set(SEARCH, node instanceof SavedNode);
    }

    private void set(String variable, boolean some) {
        String value = some ? SOME : NONE;
        if (!value.equals(now.put(variable, value))) {
            fireSourceChanged(ISources.WORKBENCH, variable, value);
        }
    }

    @Override
    public void dispose() {
        now.clear();
    }
}
