package org.postern.ui.internal.folders;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.part.ViewPart;
import org.postern.account.Account;
import org.postern.store.MailboxId;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Commands;
import org.postern.ui.internal.KeyScope;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.activity.ConnectionStatus;
import org.postern.ui.internal.list.MessageListView;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.EmptyPage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The accounts and their folders, at the left. */
public final class FoldersView extends ViewPart {

    private final Services services = Services.get();
    private final Set<Object> opened = new HashSet<>();
    private boolean touched;
    private TreeViewer viewer;
    private Composite pages;
    private Composite empty;
    private FoldersWatch watch;
    private Runnable saved;
    private TreeCounts counts;

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        Coalescer redraw = new Coalescer(pages.getDisplay(), this::refresh);
        counts = new TreeCounts(services, redraw::wish);
        pages.setLayout(new StackLayout());
        viewer = tree(pages);
        empty = emptyPage(pages);
        getSite().setSelectionProvider(viewer);
        KeyScope.whileFocused(viewer.getTree(), getSite(), MailIds.FOLDERS_CONTEXT);
        contextMenu();
        ConnectionStatus.show(services, getViewSite(), pages);
        watch =
                new FoldersWatch(
                        services,
                        () -> {
                            redraw.wish();
                            counts.wish();
                        });
        counts.wish();
        saved =
                () -> {
                    redraw.wish();
                    counts.wish();
                };
        services.savedQueries().addListener(saved);
        refresh();
    }

    private TreeViewer tree(Composite parent) {
        TreeViewer tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL);
        Css.SIDE.style(tree.getTree());
        WidgetIds.name(tree.getTree(), WidgetIds.FOLDERS_TREE);
        Accessible.name(tree.getTree(), Messages.Folders_treeName);
        tree.setUseHashlookup(true);
        tree.setContentProvider(new FoldersContent(services));
        tree.setLabelProvider(new FolderLabels(tree, services, counts));
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.addDoubleClickListener(this::toggle);
        tree.addTreeListener(new FoldListener(tree));
        tree.getTree().addListener(SWT.MouseDown, e -> touched = true);
        tree.getTree().addListener(SWT.KeyDown, e -> touched = true);
        tree.getTree().addListener(SWT.MouseUp, e -> lockClicked(tree.getTree(), e));
        tree.getTree().addListener(SWT.MouseUp, e -> clicked(tree.getTree(), e));
        tree.setInput(services);
        return tree;
    }

    /** A click on what is selected anyway leads back to it from a search. */
    private void clicked(Tree tree, Event click) {
        boolean onItem = tree.getItem(new Point(click.x, click.y)) != null;
        if (click.button == 1
                && onItem
                && getSite().getPage().findView(MailIds.LIST_VIEW)
                        instanceof MessageListView list) {
            list.endSearch();
        }
    }

    /** The lock of an account leads to what protects it. */
    private void lockClicked(Tree tree, Event click) {
        TreeItem item = tree.getItem(new Point(click.x, click.y));
        boolean onLock =
                click.button == 1
                        && item != null
                        && item.getData() instanceof AccountNode
                        && item.getImageBounds(0).contains(click.x, click.y);
        if (onLock) {
            tree.getDisplay().asyncExec(() -> Commands.run(getSite(), Commands.SECURITY));
        }
    }

    private Composite emptyPage(Composite parent) {
        EmptyPage page =
                new EmptyPage(parent, Css.SIDE, Messages.Folders_empty, Messages.Folders_emptyMore);
        page.link(
                WidgetIds.FOLDERS_SET_UP,
                Messages.Folders_setUp,
                () -> Commands.run(getSite(), Commands.NEW_ACCOUNT));
        return page;
    }

    private void contextMenu() {
        MenuManager menu = new MenuManager();
        viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
        getSite().registerContextMenu(MailIds.FOLDERS_VIEW, menu, viewer);
    }

    private void toggle(DoubleClickEvent event) {
        Object node = ((StructuredSelection) event.getSelection()).getFirstElement();
        if (node instanceof AccountNode) {
            Commands.run(getSite(), Commands.ACCOUNT_SETTINGS);
        } else {
            viewer.setExpandedState(node, !viewer.getExpandedState(node));
        }
    }

    /** Draws all of it as it is now. */
    public void refresh() {
        if (pages.isDisposed()) {
            return;
        }
        viewer.refresh();
        openNewAccounts();
        selectSomething();
        boolean none = services.accounts().all().isEmpty();
        ((StackLayout) pages.getLayout()).topControl = none ? empty : viewer.getTree();
        pages.layout();
    }

    /** An account is opened once when its folders come; after that the user decides. */
    private void openNewAccounts() {
        for (var account : services.accounts().all()) {
            AccountNode node = new AccountNode(account);
            if (!services.store().mailboxes(account.id()).isEmpty() && opened.add(node)) {
                viewer.expandToLevel(node, 1);
            }
        }
    }

    /** Until the user chooses, the first folder is selected as soon as there is one. */
    private void selectSomething() {
        boolean folder = viewer.getStructuredSelection().getFirstElement() instanceof FolderNode;
        if (!folder && !touched) {
            firstFolder().ifPresent(n -> viewer.setSelection(new StructuredSelection(n), true));
        }
    }

    private Optional<FolderNode> firstFolder() {
        return services.accounts().all().stream().flatMap(this::folders).findFirst();
    }

    private Stream<FolderNode> folders(Account account) {
        return FolderTree.of(services.store().mailboxes(account.id())).stream()
                .flatMap(FolderNode::withAllBelow);
    }

    /** Selects a mailbox. */
    public void select(MailboxId mailbox) {
        services.accounts().all().stream()
                .flatMap(this::folders)
                .filter(node -> node.mailbox().id().equals(mailbox))
                .findFirst()
                .ifPresent(node -> viewer.setSelection(new StructuredSelection(node), true));
    }

    @Override
    public void setFocus() {
        pages.setFocus();
    }

    @Override
    public void dispose() {
        if (watch != null) {
            watch.close();
            services.savedQueries().removeListener(saved);
            counts.cancel();
        }
        super.dispose();
    }
}
