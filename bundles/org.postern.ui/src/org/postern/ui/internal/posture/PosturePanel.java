package org.postern.ui.internal.posture;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.folders.FoldersWatch;
import org.postern.ui.internal.jobs.AllowUnbound;
import org.postern.ui.internal.jobs.LookAtCertificate;
import org.postern.ui.internal.jobs.TakeBackPins;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Fact;
import org.postern.ui.internal.look.FactSheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What protects an account's connection now; follows what happens. */
public final class PosturePanel {

    private final Services services;
    private final AccountId id;
    private final Composite page;
    private final FactSheet sheet;
    private final Button takeBack;
    private final Button unbind;
    private Optional<Fact> client = Optional.empty();

    public PosturePanel(Composite parent, Services services, Account account) {
        this.services = services;
        id = account.id();
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 10).applyTo(page);
        sheet = new FactSheet(page, Messages.Posture_name);
        WidgetIds.name(sheet.control(), WidgetIds.POSTURE_FACTS);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, true)
                .hint(600, 300)
                .applyTo(sheet.control());
        takeBack = button(Messages.Posture_takeBack, WidgetIds.POSTURE_TAKE_BACK, this::takeBack);
        unbind = button(Messages.Posture_unbind, WidgetIds.POSTURE_UNBIND, this::unbind);
        Button copy = button(Messages.Posture_copy, WidgetIds.POSTURE_COPY, sheet::copy);
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .hint(90, SWT.DEFAULT)
                .applyTo(copy);
        follow();
        lookAtCertificate(account);
        refresh();
    }

    private Button button(String text, String id, Runnable work) {
        Button button = WidgetIds.name(new Button(page, SWT.PUSH), id);
        button.setText(text);
        button.addListener(SWT.Selection, e -> work.run());
        return button;
    }

    private void follow() {
        Coalescer redraw = new Coalescer(page.getDisplay(), this::refresh);
        FoldersWatch watch = new FoldersWatch(services, redraw::wish);
        page.addListener(SWT.Dispose, e -> watch.close());
    }

    private void lookAtCertificate(Account account) {
        Display display = page.getDisplay();
        LookAtCertificate.schedule(
                services,
                account,
                fact ->
                        display.asyncExec(
                                () -> {
                                    client = Optional.of(fact);
                                    refresh();
                                }));
    }

    private void refresh() {
        if (page.isDisposed()) {
            return;
        }
        services.accounts()
                .find(id)
                .ifPresent(
                        account ->
                                sheet.show(
                                        PostureFacts.of(services, account, Instant.now(), client)));
        show(takeBack, !services.pins().pinnedServers(id).isEmpty());
        show(unbind, !services.pins().boundServers(id).isEmpty());
        page.layout();
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        GridDataFactory.swtDefaults().exclude(!shown).applyTo(button);
    }

    private void takeBack() {
        List<Endpoint> servers = services.pins().pinnedServers(id);
        if (confirmed(
                servers,
                Messages.Posture_takeBackTitle,
                Messages.Posture_takeBackText,
                Messages.Posture_takeBackNo,
                Messages.Posture_takeBackYes)) {
            Display display = page.getDisplay();
            TakeBackPins.schedule(services, id, servers, () -> display.asyncExec(this::refresh));
        }
    }

    private void unbind() {
        List<Endpoint> servers = services.pins().boundServers(id);
        if (confirmed(
                servers,
                Messages.Posture_unbindTitle,
                Messages.Posture_unbindText,
                Messages.Posture_unbindNo,
                Messages.Posture_unbindYes)) {
            Display display = page.getDisplay();
            AllowUnbound.schedule(services, id, servers, () -> display.asyncExec(this::refresh));
        }
    }

    /** The answer that changes nothing comes first. */
    private boolean confirmed(
            List<Endpoint> servers, String title, String text, String no, String yes) {
        String names = servers.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        page.getShell(),
                        title,
                        Messages.bind(text, names),
                        SWT.SHEET,
                        no,
                        yes)
                == 1;
    }

    /** All of it. */
    public Composite control() {
        return page;
    }
}
