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
import org.postern.search.MailSearch.Order;
import org.postern.search.SavedQuery;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.KeyScope;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.activity.ConnectionStatus;
import org.postern.ui.internal.folders.AccountNode;
import org.postern.ui.internal.folders.Everywhere;
import org.postern.ui.internal.folders.FolderNode;
import org.postern.ui.internal.folders.FoldersWatch;
import org.postern.ui.internal.folders.SavedNode;
import org.postern.ui.internal.folders.ViewNode;
import org.postern.ui.internal.jobs.FlagMessages;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.EmptyPage;
import org.postern.ui.internal.search.SaveSearchDialog;
import org.postern.ui.internal.search.SearchField;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The messages of what is selected in the tree. */
public final class MessageListView extends ViewPart {

    private final Services services = Services.get();
    private Shown shown = new Shown.Nothing();
    private Shown chosen = new Shown.Nothing();
    private Composite top;
    private SearchBar searchBar;
    private ListHeader header;
    private AccountBanner banner;
    private Composite pages;
    private ListDesk desk;
    private ListSelection selection;
    private EmptyPage empty;
    private FoldersWatch watch;

    @Override
    public void createPartControl(Composite parent) {
        top = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(top);
        header = new ListHeader(top, new Filter(), () -> desk.wish(), this::see);
        searchBar = new SearchBar(top, new Searching());
        banner = new AccountBanner(top, getSite(), services);
        pages = new Composite(top, SWT.NONE);
        pages.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        desk = new ListDesk(pages, services, new Wishes());
        selection = new ListSelection(desk.list());
        empty = new EmptyPage(pages, Css.LIST, "", "");
        WidgetIds.name(empty.headline(), WidgetIds.LIST_EMPTY);
        connect();
        refresh();
    }

    private void connect() {
        getSite().setSelectionProvider(selection);
        MenuManager menu = new MenuManager();
        desk.list().setMenu(menu.createContextMenu(desk.list()));
        getSite().registerContextMenu(MailIds.LIST_VIEW, menu, selection);
        KeyScope.whileFocused(desk.list(), getSite(), MailIds.MESSAGES_CONTEXT);
        getSite().getPage().addSelectionListener(MailIds.FOLDERS_VIEW, this::folderSelected);
        Coalescer redraw = new Coalescer(top.getDisplay(), this::refresh);
        ConnectionStatus.show(services, getViewSite(), top);
        watch = new FoldersWatch(services, redraw::wish);
        folderSelected(null, getSite().getPage().getSelection(MailIds.FOLDERS_VIEW));
    }

    /** What is shown already stays as it is, with a search and the place in the list. */
    private void folderSelected(IWorkbenchPart part, ISelection selected) {
        Object node = selected instanceof IStructuredSelection s ? s.getFirstElement() : null;
        Shown next =
                switch (node) {
                    case FolderNode folder -> new Shown.Folder(folder.mailbox().id());
                    case SavedNode saved -> found(saved.query());
                    case ViewNode view -> new Shown.Everywhere(view.view());
                    case AccountNode account -> new Shown.Whole(account.account().id());
                    case null, default -> new Shown.Nothing();
                };
        boolean other = !next.equals(chosen);
        chosen = next;
        if (other) {
            SearchField.of(getSite().getWorkbenchWindow()).ifPresent(field -> field.say(""));
            show(next);
        }
    }

    private static Shown.Found found(SavedQuery saved) {
        return new Shown.Found(saved.text(), false, Order.NEWEST, saved.name());
    }

    /**
     * Searches all mail; with no words it ends the search.
     *
     * @param typing whether the user is still at it
     */
    public void search(String text, boolean typing) {
        if (text.isBlank()) {
            endSearch();
        } else {
            Order order = shown instanceof Shown.Found before ? before.order() : Order.NEWEST;
            Shown.Found next = new Shown.Found(text.strip(), typing, order, "");
            if (!next.equals(shown)) {
                show(next);
            }
        }
    }

    /** Shows again what is selected in the tree. */
    public void endSearch() {
        if (!top.isDisposed() && !shown.equals(chosen)) {
            SearchField.of(getSite().getWorkbenchWindow()).ifPresent(field -> field.say(""));
            show(chosen);
        }
    }

    /** What the bar over found messages asks for. */
    private final class Searching implements SearchBar.Wishes {

        @Override
        public void order(Order order) {
            if (shown instanceof Shown.Found found) {
                show(found.ordered(order));
            }
        }

        @Override
        public void save() {
            if (shown instanceof Shown.Found found) {
                SaveSearchDialog.open(getSite().getShell(), services, words(found));
            }
        }

        /** The last letters may be typed and not searched for yet. */
        private String words(Shown.Found found) {
            return SearchField.of(getSite().getWorkbenchWindow())
                    .map(SearchField::words)
                    .filter(words -> !words.isEmpty())
                    .orElse(found.text());
        }

        @Override
        public void end() {
            endSearch();
            setFocus();
        }
    }

    private void show(Shown next) {
        shown = next;
        header.clear();
        desk.show(next, desk.wish().filtered("", desk.wish().unreadOnly()));
        refresh();
    }

    /** What stands around the list; the list itself follows the store. */
    private void refresh() {
        if (top.isDisposed()) {
            return;
        }
        header.show(title(), account().map(Account::name).orElse(""));
        banner.show(account());
        listed();
        top.layout();
    }

    private String title() {
        return switch (shown) {
            case Shown.Folder folder -> mailbox().map(ListHeader::name).orElse("");
            case Shown.Whole whole -> account().map(Account::name).orElse("");
            case Shown.Everywhere all -> Everywhere.name(all.view());
            case Shown.Found found -> found.name().isEmpty() ? Messages.Search_title : found.name();
            case Shown.Nothing nothing -> "";
        };
    }

    private Optional<Account> account() {
        Optional<AccountId> id =
                shown instanceof Shown.Whole whole
                        ? Optional.of(whole.account())
                        : mailbox().map(StoredMailbox::account);
        return id.flatMap(services.accounts()::find);
    }

    /** What the field over the list leaves. */
    private final class Filter implements ListHeader.FilterListener {

        @Override
        public void filter(String words, boolean unreadOnly) {
            desk.wish(desk.wish().filtered(words, unreadOnly));
        }

        @Override
        public void leave() {
            desk.list().setFocus();
        }
    }

    private void see(ListWish wish) {
        ListTaste.store(wish);
        desk.wish(wish);
    }

    /** Puts conversations together, or takes them apart. */
    public void toggleThreads() {
        see(desk.wish().inThreads(!desk.wish().threads()));
    }

    /**
     * Opens all conversations, or closes them.
     *
     * @param wide whether they are to be open
     */
    public void openThreads(boolean wide) {
        desk.openAll(wide);
    }

    /** The list has other lines. */
    private void listed() {
        searchBar.show(shown instanceof Shown.Found f ? Optional.of(f) : Optional.empty());
        if (shown instanceof Shown.Found found) {
            searchBar.mistake(found.text(), desk.mistake());
            searchBar.progress(services.search().progress());
        }
        header.count(desk.list().listing().messages(), desk.total());
        boolean something = desk.list().getItemCount() > 0 || desk.waiting();
        if (!something) {
            sayWhyEmpty();
        }
        ((StackLayout) pages.getLayout()).topControl = something ? desk.list() : empty;
        pages.layout();
    }

    private void sayWhyEmpty() {
        if (shown instanceof Shown.Found) {
            boolean wrong = desk.mistake().isPresent();
            empty.say(
                    wrong ? Messages.Search_wrong : Messages.Search_none, Messages.Search_noneMore);
        } else if (desk.total() > 0) {
            empty.say(Messages.List_noMatch, Messages.List_noMatchMore);
        } else if (shown instanceof Shown.Folder || shown instanceof Shown.Everywhere) {
            empty.say(Messages.List_empty, Messages.List_emptyMore);
        } else if (account().isPresent()) {
            empty.say(account().get().name(), Messages.List_chooseFolder);
        } else if (services.accounts().all().isEmpty()) {
            empty.say(Messages.List_noAccount, Messages.List_noAccountMore);
        } else {
            empty.say(Messages.List_noAccount, Messages.List_chooseFolder);
        }
    }

    /** What the list asks of the view. */
    private final class Wishes implements ListDesk.Owner {

        @Override
        public void listed() {
            MessageListView.this.listed();
        }

        @Override
        public void selected() {
            selection.changed();
        }

        @Override
        public void flag(MessageRow row) {
            boolean on = row.flags().contains(Flag.FLAGGED);
            Set<Flag> flag = Set.of(Flag.FLAGGED);
            FlagMessages.schedule(
                    services, List.of(row), on ? Set.of() : flag, on ? flag : Set.of());
        }

        @Override
        public void open() {
            Optional.ofNullable(getSite().getPage().findView(MailIds.READING_VIEW))
                    .ifPresent(view -> getSite().getPage().activate(view));
        }

        @Override
        public void typed(char letter) {
            header.type(letter);
        }
    }

    /** Selects a message as soon as it is shown. */
    public void select(MessageRow row) {
        desk.select(row.id());
    }

    /**
     * Selects the next unread message, going round.
     *
     * @param step 1 downwards, -1 upwards
     */
    public void selectUnread(int step) {
        desk.selectUnread(step);
    }

    /** Selects what comes after the selection, for when that is about to go. */
    public void selectBeyond() {
        desk.selectBeyond();
    }

    /**
     * Hands over the messages that are selected, all of a thread that is closed; perhaps later, on
     * the user interface's thread.
     */
    public void withSelected(Consumer<List<MessageRow>> work) {
        desk.withSelected(work);
    }

    /** The mailbox whose messages are shown. */
    public Optional<StoredMailbox> mailbox() {
        return shown instanceof Shown.Folder folder
                ? services.store().mailbox(folder.mailbox())
                : Optional.empty();
    }

    /** Draws the list in the colours that hold now. */
    public void reload() {
        desk.list().redraw();
    }

    @Override
    public void setFocus() {
        if (desk.list().getItemCount() > 0) {
            desk.list().setFocus();
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
