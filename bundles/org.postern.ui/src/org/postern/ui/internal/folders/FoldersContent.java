package org.postern.ui.internal.folders;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.postern.account.Account;
import org.postern.search.View;
import org.postern.ui.Services;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Accounts with their mailboxes, read anew each time from memory. */
final class FoldersContent implements ITreeContentProvider {

    private final Services services;

    FoldersContent(Services services) {
        this.services = services;
    }

    @Override
    public Object[] getElements(Object input) {
        List<Account> accounts = services.accounts().all();
        Stream<ViewNode> views =
                accounts.isEmpty()
                        ? Stream.empty()
                        : Arrays.stream(View.values()).map(ViewNode::new);
        Stream<SavedNode> saved = services.savedQueries().all().stream().map(SavedNode::new);
        Stream<Object> beside = Stream.concat(views, saved);
        return Stream.concat(beside, accounts.stream().map(AccountNode::new)).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return switch (parent) {
            case AccountNode node ->
                    FolderTree.of(services.store().mailboxes(node.account().id())).toArray();
            case FolderNode node -> node.children().toArray();
            default -> new Object[0];
        };
    }

    @Override
    public Object getParent(Object element) {
        if (element instanceof FolderNode node) {
            return services.accounts()
                    .find(node.mailbox().account())
                    .map(AccountNode::new)
                    .orElse(null);
        }
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return getChildren(element).length > 0;
    }
}
