package org.postern.ui.internal.list;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.KeyScope;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.activity.ConnectionStatus;
import org.postern.ui.internal.folders.AccountNode;
import org.postern.ui.internal.folders.FolderNode;
import org.postern.ui.internal.folders.FoldersWatch;
import org.postern.ui.internal.jobs.FlagMessages;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.EmptyPage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The messages of the folder that is selected, newest first. */
public final class MessageListView extends ViewPart {

    private final Services services = Services.get();
    private final RowModel model = new RowModel();
    private Optional<AccountId> account = Optional.empty();
    private Optional<StoredMailbox> mailbox = Optional.empty();
    private Composite top;
    private ListHeader header;
    private AccountBanner banner;
    private Composite pages;
    private MessageTable table;
    private EmptyPage empty;
    private FoldersWatch watch;

    @Override
    public void createPartControl(Composite parent) {
        top = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(top);
        header = new ListHeader(top, this::filter);
        banner = new AccountBanner(top, getSite(), services);
        pages = new Composite(top, SWT.NONE);
        pages.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        table = new MessageTable(pages, model, this::toggleFlag);
        empty = new EmptyPage(pages, Css.LIST, "", "");

        WidgetIds.name(empty.headline(), WidgetIds.LIST_EMPTY);
        connect();
        refresh();
    }

    private void connect() {
        getSite().setSelectionProvider(table);
        MenuManager menu = new MenuManager();
        table.control().setMenu(menu.createContextMenu(table.control()));
        getSite().registerContextMenu(MailIds.LIST_VIEW, menu, table);
        KeyScope.whileFocused(table.control(), getSite(), MailIds.MESSAGES_CONTEXT);
        getSite().getPage().addSelectionListener(MailIds.FOLDERS_VIEW, this::folderSelected);
        Coalescer redraw = new Coalescer(top.getDisplay(), this::refresh);
        ConnectionStatus.show(services, getViewSite(), top);
        watch = new FoldersWatch(services, redraw::wish);
        folderSelected(null, getSite().getPage().getSelection(MailIds.FOLDERS_VIEW));
    }

    private void folderSelected(IWorkbenchPart part, ISelection selection) {
        Object node = selection instanceof IStructuredSelection s ? s.getFirstElement() : null;
        Optional<StoredMailbox> before = mailbox;
        mailbox = node instanceof FolderNode f ? Optional.of(f.mailbox()) : Optional.empty();
        account =
                node instanceof AccountNode a
                        ? Optional.of(a.account().id())
                        : mailbox.map(StoredMailbox::account);
        if (!before.map(StoredMailbox::id).equals(mailbox.map(StoredMailbox::id))) {
            header.clear();
            model.words("");
            model.rows(List.of());
            table.refresh();
            table.selectNone();
        }
        refresh();
    }

    private void refresh() {
        if (top.isDisposed()) {
            return;
        }
        mailbox = mailbox.flatMap(m -> services.store().mailbox(m.id()));
        List<MessageRow> rows = mailbox.map(m -> services.store().rows(m.id())).orElse(List.of());
        if (model.rows(rows, table.selectedIds())) {
            table.refresh();
        }
        header.show(account.flatMap(services.accounts()::find), mailbox, model);
        banner.show(account.flatMap(services.accounts()::find));
        showPage();
        top.layout();
    }

    private void filter(String words, boolean unreadOnly) {
        model.unreadOnly(unreadOnly);
        model.words(words);
        table.refresh();
        header.count(model);
        showPage();
    }

    private void showPage() {
        boolean something = model.size() > 0;
        if (!something) {
            sayWhyEmpty();
        }
        ((StackLayout) pages.getLayout()).topControl = something ? table.control() : empty;
        pages.layout();
    }

    private void sayWhyEmpty() {
        Optional<Account> whose = account.flatMap(services.accounts()::find);
        if (model.total() > 0) {
            empty.say(Messages.List_noMatch, Messages.List_noMatchMore);
        } else if (mailbox.isPresent()) {
            empty.say(Messages.List_empty, Messages.List_emptyMore);
        } else if (whose.isPresent()) {
            empty.say(whose.get().name(), Messages.List_chooseFolder);
        } else if (services.accounts().all().isEmpty()) {
            empty.say(Messages.List_noAccount, Messages.List_noAccountMore);
        } else {
            empty.say(Messages.List_noAccount, Messages.List_chooseFolder);
        }
    }

    private void toggleFlag(MessageRow row) {
        boolean on = row.flags().contains(Flag.FLAGGED);
        Set<Flag> flag = Set.of(Flag.FLAGGED);
        FlagMessages.schedule(services, List.of(row), on ? Set.of() : flag, on ? flag : Set.of());
    }

    /** Selects a message if it is shown. */
    public void select(MessageRow row) {
        model.place(row.id()).ifPresent(table::select);
    }

    /**
     * Selects the next unread message, going round.
     *
     * @param step 1 downwards, -1 upwards
     */
    public void selectUnread(int step) {
        OptionalInt place = model.unread(table.place(), step);
        place.ifPresent(table::select);
    }

    /** Selects what comes after the selection, for when that is about to go. */
    public void selectBeyond() {
        int[] places = model.places(table.selectedIds());
        if (places.length == 0) {
            return;
        }
        int after = places[places.length - 1] + 1;
        int beside = after < model.size() ? after : places[0] - 1;
        if (beside >= 0) {
            table.select(beside);
        } else {
            table.selectNone();
        }
    }

    /** The mailbox whose messages are shown. */
    public Optional<StoredMailbox> mailbox() {
        return mailbox;
    }

    @Override
    public void setFocus() {
        if (model.size() > 0) {
            table.control().setFocus();
        } else {
            header.setFocus();
        }
    }

    @Override
    public void dispose() {
        if (watch != null) {
            watch.close();
        }
        super.dispose();
    }
}
