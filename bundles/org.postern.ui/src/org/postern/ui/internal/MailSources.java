package org.postern.ui.internal;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.postern.ui.MailIds;

import java.util.HashMap;
import java.util.Map;

/** Variables for {@code enabledWhen}: what is selected in our views, whichever has the focus. */
public final class MailSources extends AbstractSourceProvider {

    /** Whether messages are selected: {@code some} or {@code none}. */
    public static final String MESSAGES = "org.postern.ui.selectedMessages";

    /** Whether an account or a folder is selected: {@code some} or {@code none}. */
    public static final String ACCOUNT = "org.postern.ui.selectedAccount";

    private static final String SOME = "some";
    private static final String NONE = "none";

    private final Map<String, String> now = new HashMap<>();

    public MailSources() {
        now.put(MESSAGES, NONE);
        now.put(ACCOUNT, NONE);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {MESSAGES, ACCOUNT};
    }

    @Override
    public Map<String, String> getCurrentState() {
        return Map.copyOf(now);
    }

    /** Follows the selection in a window. */
    public void follow(IWorkbenchWindow window) {
        var selections = window.getSelectionService();
        selections.addSelectionListener(MailIds.LIST_VIEW, listener(MESSAGES));
        selections.addSelectionListener(MailIds.FOLDERS_VIEW, listener(ACCOUNT));
        set(MESSAGES, selections.getSelection(MailIds.LIST_VIEW));
        set(ACCOUNT, selections.getSelection(MailIds.FOLDERS_VIEW));
    }

    private ISelectionListener listener(String variable) {
        return (part, selection) -> set(variable, selection);
    }

    private void set(String variable, Object selection) {
        boolean some = selection instanceof IStructuredSelection s && !s.isEmpty();
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
