package org.postern.ui.internal.log;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.postern.account.Account;
import org.postern.account.AccountListener;
import org.postern.core.AccountId;
import org.postern.net.WireLog;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.internal.Chosen;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.activity.ConnectionStatus;
import org.postern.ui.internal.jobs.SaveText;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.EmptyPage;
import org.postern.ui.internal.reading.AttachmentChooser;
import org.postern.ui.internal.reading.FileDialogs;

import java.util.List;
import java.util.Optional;

/**
 * What was said between this machine and an account's server. Follows the account that is selected
 * in the tree; every line was redacted before the log kept it.
 */
public final class LogView extends ViewPart implements LogHeader.Listener, ISelectionListener {

    private final Services services = Services.get();
    private final LogModel model = new LogModel();
    private final AccountListener accountsWatch = change -> wish();
    private final WireLog.Listener logWatch = line -> wish(line.account());
    private AttachmentChooser.Asker asker = new FileDialogs();
    private volatile Optional<AccountId> account = Optional.empty();
    private volatile boolean held;
    private Composite page;
    private LogHeader header;
    private LogTable table;
    private EmptyPage empty;
    private Composite pages;
    private Coalescer redraw;

    @Override
    public void createPartControl(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new LogHeader(page, this);
        pages = new Composite(page, SWT.NONE);
        pages.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        table = new LogTable(pages, model);
        empty = new EmptyPage(pages, Css.PAGE, Messages.Log_empty, Messages.Log_emptyMore);
        redraw = new Coalescer(page.getDisplay(), this::refresh);
        contextMenu();
        ConnectionStatus.show(services, getViewSite(), page);
        account = Chosen.account(getSite().getWorkbenchWindow()).map(Account::id);
        getSite()
                .getWorkbenchWindow()
                .getSelectionService()
                .addSelectionListener(MailIds.FOLDERS_VIEW, this);
        services.accounts().addListener(accountsWatch);
        services.wireLog().addListener(logWatch);
        refresh();
    }

    private void contextMenu() {
        MenuManager menu = new MenuManager();
        Action copy =
                new Action(Messages.Log_copy) {
                    @Override
                    public void run() {
                        table.copy();
                    }
                };
        menu.add(copy);
        table.control().setMenu(menu.createContextMenu(table.control()));
    }

    /** Draws the rows anew: their colours are in them. */
    public void reload() {
        table.refresh(false);
    }

    /** Says where a log is saved; tests answer instead of a person. */
    public void asker(AttachmentChooser.Asker answers) {
        asker = answers;
    }

    private void wish(AccountId spoke) {
        if (!held && account.filter(spoke::equals).isPresent()) {
            wish();
        }
    }

    private void wish() {
        redraw.wish();
    }

    private void refresh() {
        if (page.isDisposed()) {
            return;
        }
        List<Account> all = services.accounts().all();
        account =
                account.filter(id -> all.stream().anyMatch(a -> a.id().equals(id)))
                        .or(() -> all.stream().findFirst().map(Account::id));
        header.accounts(all, account);
        if (!held) {
            take();
        }
    }

    private void take() {
        show(model.lines(account.map(services.wireLog()::lines).orElse(List.of())));
    }

    private void show(boolean news) {
        if (news) {
            table.refresh(true);
        }
        header.count(model);
        boolean none = model.size() == 0;
        empty.say(
                model.total() == 0 ? Messages.Log_empty : Messages.Log_noMatch,
                model.total() == 0 ? Messages.Log_emptyMore : Messages.List_noMatchMore);
        ((StackLayout) pages.getLayout()).topControl = none ? empty : table.control();
        pages.layout();
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        Chosen.account(getSite().getWorkbenchWindow()).map(Account::id).ifPresent(this::chosen);
    }

    @Override
    public void chosen(AccountId id) {
        if (!account.equals(Optional.of(id))) {
            account = Optional.of(id);
            refresh();
            take();
        }
    }

    @Override
    public void filter(String words) {
        model.words(words);
        show(true);
    }

    @Override
    public void hold(boolean on) {
        held = on;
        refresh();
    }

    @Override
    public void clear() {
        account.ifPresent(services.wireLog()::clear);
        if (model.lines(List.of())) {
            show(true);
        }
    }

    @Override
    public void save() {
        String name =
                account.flatMap(services.accounts()::find)
                        .map(Account::name)
                        .orElse("")
                        .replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        asker.file(page.getShell(), Messages.bind(Messages.Log_fileName, name))
                .ifPresent(file -> SaveText.schedule(file, LogTexts.text(model.shown())));
    }

    @Override
    public void setFocus() {
        header.setFocus();
    }

    @Override
    public void dispose() {
        if (redraw != null) {
            services.wireLog().removeListener(logWatch);
            services.accounts().removeListener(accountsWatch);
            getSite()
                    .getWorkbenchWindow()
                    .getSelectionService()
                    .removeSelectionListener(MailIds.FOLDERS_VIEW, this);
        }
        super.dispose();
    }
}
