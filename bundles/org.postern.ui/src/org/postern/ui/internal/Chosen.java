package org.postern.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.postern.account.Account;
import org.postern.search.SavedQuery;
import org.postern.store.MessageRow;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.internal.folders.AccountNode;
import org.postern.ui.internal.folders.FolderNode;
import org.postern.ui.internal.folders.SavedNode;
import org.postern.ui.internal.list.MessageListView;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the user means when a command runs, whichever view has the focus. */
public final class Chosen {

    private Chosen() {}

    /**
     * Hands over the messages that are selected in the list, all of a thread that is closed;
     * perhaps later, on the user interface's thread. None is not handed over.
     */
    public static void withMessages(ExecutionEvent event, Consumer<List<MessageRow>> work) {
        list(event).ifPresent(list -> list.withSelected(work));
    }

    /** The account that is selected, or whose folder is. */
    public static Optional<Account> account(ExecutionEvent event) {
        return account(HandlerUtil.getActiveWorkbenchWindow(event));
    }

    /** The account that is selected in the window, or whose folder is. */
    public static Optional<Account> account(IWorkbenchWindow window) {
        return all(window, MailIds.FOLDERS_VIEW, Object.class).stream()
                .flatMap(node -> account(node).stream())
                .findFirst();
    }

    /** The saved search that is selected in the tree. */
    public static Optional<SavedQuery> savedQuery(ExecutionEvent event) {
        return all(
                        HandlerUtil.getActiveWorkbenchWindow(event),
                        MailIds.FOLDERS_VIEW,
                        SavedNode.class)
                .stream()
                .map(SavedNode::query)
                .findFirst();
    }

    private static Optional<Account> account(Object node) {
        return switch (node) {
            case AccountNode a -> Services.get().accounts().find(a.account().id());
            case FolderNode f -> Services.get().accounts().find(f.mailbox().account());
            default -> Optional.empty();
        };
    }

    /** The list of messages, when it is there. */
    public static Optional<MessageListView> list(ExecutionEvent event) {
        var page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        return Optional.ofNullable(page.findView(MailIds.LIST_VIEW))
                .filter(MessageListView.class::isInstance)
                .map(MessageListView.class::cast);
    }

    private static <T> List<T> all(IWorkbenchWindow window, String view, Class<T> type) {
        ISelection selection = window.getSelectionService().getSelection(view);
        return selection instanceof IStructuredSelection s
                ? s.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }
}
