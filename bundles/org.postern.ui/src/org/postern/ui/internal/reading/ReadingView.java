package org.postern.ui.internal.reading;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.message.Theme;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.KeyScope;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.activity.ConnectionStatus;
import org.postern.ui.internal.jobs.FlagMessages;
import org.postern.ui.internal.jobs.LoadMessage;
import org.postern.ui.internal.list.SeveralMessages;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.EmptyPage;
import org.postern.ui.internal.look.Look;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The message that is selected in the list. */
public final class ReadingView extends ViewPart {

    private static final int MILLISECONDS_TO_READ = 1200;

    private final Services services = Services.get();
    private final AttachmentChooser chooser = new AttachmentChooser(new FileDialogs());
    private Optional<MessageRow> row = Optional.empty();
    private Optional<Job> loading = Optional.empty();
    private Composite pages;
    private Composite page;
    private EmptyPage empty;
    private Link online;
    private MessageHead head;
    private WarningsBar warnings;
    private AttachmentsBar attachments;
    private MessageBody body;

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        empty = new EmptyPage(pages, Css.PAGE, "", "");
        WidgetIds.name(empty.headline(), WidgetIds.READING_EMPTY);
        online = empty.link(WidgetIds.READING_GO_ONLINE, Messages.Reading_goOnline, this::goOnline);
        empty.show(online, false);
        page = new Composite(pages, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        head = new MessageHead(page);
        warnings = new WarningsBar(page);
        attachments = new AttachmentsBar(page, chooser);
        body = new MessageBody(page, this::shown);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body.control());
        KeyScope.whileFocused(body.focusable(), getSite(), MailIds.MESSAGES_CONTEXT);
        ConnectionStatus.show(services, getViewSite(), pages);
        getSite().getPage().addSelectionListener(MailIds.LIST_VIEW, this::selected);
        selected(null, getSite().getPage().getSelection(MailIds.LIST_VIEW));
    }

    private void selected(IWorkbenchPart part, ISelection selection) {
        Object first = selection instanceof IStructuredSelection s ? s.getFirstElement() : null;
        switch (first) {
            case MessageRow message -> show(message);
            case SeveralMessages several -> showNone(several.count());
            case null, default -> showNone(0);
        }
    }

    private void showNone(int selected) {
        stopLoading();
        row = Optional.empty();
        setPartProperty(MailIds.SHOWN_PROPERTY, "");
        if (selected > 1) {
            empty.say(Messages.bind(Messages.Reading_several, String.valueOf(selected)), "");
        } else {
            empty.say(Messages.Reading_none, Messages.Reading_noneMore);
        }
        empty.show(online, false);
        bringUp(empty);
    }

    private void show(MessageRow wanted) {
        boolean same = row.map(MessageRow::id).equals(Optional.of(wanted.id()));
        boolean arrived = wanted.complete() && !row.map(MessageRow::complete).orElse(false);
        row = Optional.of(wanted);
        if (!same || arrived) {
            setPartProperty(MailIds.SHOWN_PROPERTY, "");
            load(wanted);
        }
    }

    private void load(MessageRow wanted) {
        stopLoading();
        Theme theme = Look.dark(pages) ? Theme.DARK : Theme.LIGHT;
        LoadMessage job =
                new LoadMessage(services, wanted, theme, outcome -> hear(wanted, outcome));
        loading = Optional.of(job);
        job.schedule();
    }

    private void stopLoading() {
        loading.ifPresent(Job::cancel);
        loading = Optional.empty();
    }

    private void hear(MessageRow wanted, LoadMessage.Outcome outcome) {
        pages.getDisplay()
                .asyncExec(
                        () -> {
                            if (!pages.isDisposed()
                                    && row.map(MessageRow::id).equals(Optional.of(wanted.id()))) {
                                show(outcome);
                            }
                        });
    }

    private void show(LoadMessage.Outcome outcome) {
        switch (outcome) {
            case LoadMessage.Outcome.Loaded loaded -> show(loaded);
            case LoadMessage.Outcome.Missing missing -> sayMissing(missing.why());
        }
    }

    private void show(LoadMessage.Outcome.Loaded loaded) {
        head.show(row.orElseThrow(), loaded.message());
        warnings.show(loaded.message());
        attachments.show(loaded.message().attachments());
        body.show(loaded.page(), loaded.message().text().toString());
        bringUp(page);
        page.layout(true, true);
    }

    private void sayMissing(Failure why) {
        String reason = account().map(a -> reason(a, why)).orElse("");
        empty.say(Messages.Reading_missing, reason);
        empty.show(online, account().filter(this::takenOffline).isPresent());
        bringUp(empty);
    }

    private boolean takenOffline(Account account) {
        return services.engine().state(account.id()) instanceof AccountState.OfflineByUser;
    }

    /** The message comes along as soon as the account is there again. */
    private void goOnline() {
        account().ifPresent(a -> services.engine().goOnline(a.id()));
        reload();
    }

    /** Whoever took the account offline need not be told that something is wrong with it. */
    private String reason(Account account, Failure why) {
        return takenOffline(account)
                ? Messages.bind(Messages.Reading_offline, account.name())
                : services.diagnostician().diagnose(account, why).meaning();
    }

    private Optional<Account> account() {
        return row.flatMap(r -> services.store().mailbox(r.mailbox()))
                .flatMap(m -> services.accounts().find(m.account()));
    }

    private void bringUp(Composite which) {
        ((StackLayout) pages.getLayout()).topControl = which;
        pages.layout();
    }

    /**
     * The body is on screen: says so to whoever waits for it, and soon the message counts as read.
     */
    private void shown() {
        row.ifPresent(
                r -> {
                    setPartProperty(MailIds.SHOWN_PROPERTY, String.valueOf(r.id().value()));
                    pages.getDisplay().timerExec(MILLISECONDS_TO_READ, () -> markRead(r));
                });
    }

    private void markRead(MessageRow wasShown) {
        boolean still =
                !pages.isDisposed() && row.map(MessageRow::id).equals(Optional.of(wasShown.id()));
        if (still && row.orElseThrow().unread()) {
            FlagMessages.quietly(services, List.of(wasShown), Set.of(Flag.SEEN), Set.of());
        }
    }

    /** Shows the message anew, in the colours that hold now. */
    public void reload() {
        row.ifPresent(this::load);
    }

    /** Asks where the attachments of the message are to go, and saves them. */
    public void saveAttachments() {
        if (row.isPresent()) {
            chooser.save(pages.getShell(), attachments.attachments());
        }
    }

    @Override
    public void setFocus() {
        if (row.isPresent()) {
            body.focusable().setFocus();
        } else {
            pages.setFocus();
        }
    }

    @Override
    public void dispose() {
        stopLoading();
        super.dispose();
    }
}
