package org.postern.ui.internal.settings;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Text;
import org.postern.account.Account;
import org.postern.account.Identity;
import org.postern.diagnosis.Mend;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.SaveAccount;
import org.postern.ui.internal.posture.PosturePanel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of one account. */
public final class AccountSettingsDialog extends TitleAreaDialog {

    private final Services services;
    private final Account account;
    private final ServerDraft draft;
    private Text name;
    private Text person;
    private Text address;
    private ServerFields server;
    private SyncFields sync;
    private TrialPanel trial;

    private AccountSettingsDialog(Shell parent, Services services, Account account) {
        super(parent);
        this.services = services;
        this.account = account;
        draft = new ServerDraft(services.transports(), services.portPolicies());
        draft.take(account.incoming());
        setHelpAvailable(false);
    }

    /** Opens it and waits until it is closed. */
    public static void open(Shell parent, Services services, Account account) {
        new AccountSettingsDialog(parent, services, account).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.bind(Messages.Account_title, account.name()));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(account.name());
        setMessage(Messages.Account_text);
        TabFolder tabs = new TabFolder(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).indent(8, 8).applyTo(tabs);
        serverTab(tab(tabs, Messages.Account_serverTab));
        identityTab(tab(tabs, Messages.Account_identityTab));
        securityTab(tab(tabs, Messages.Account_securityTab));
        boolean single = services.store().mailboxes(account.id()).size() == 1;
        sync = new SyncFields(tab(tabs, Messages.Account_syncTab), account.sync(), single);
        return area;
    }

    private static Composite tab(TabFolder tabs, String title) {
        Composite page = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(14, 14).spacing(0, 12).applyTo(page);
        TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(page);
        return page;
    }

    private void serverTab(Composite page) {
        server = new ServerFields(page, services, draft, () -> Optional.of(account), this::changed);
        server.hasPassword();
        GridDataFactory.fillDefaults().grab(true, false).applyTo(server.control());
        trial = new TrialPanel(page, services, this::edited, () -> server.secrets(), this::mend);
    }

    private void securityTab(Composite page) {
        PosturePanel posture = new PosturePanel(page, services, account);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(posture.control());
    }

    private void identityTab(Composite page) {
        Composite form = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        Optional<Identity> first = account.identities().stream().findFirst();
        name = field(form, Messages.Identity_name, WidgetIds.SETTINGS_ACCOUNT_NAME, account.name());
        person =
                field(
                        form,
                        Messages.Identity_person,
                        WidgetIds.SETTINGS_PERSON,
                        first.map(i -> i.address().name()).orElse(""));
        address =
                field(
                        form,
                        Messages.Identity_address,
                        WidgetIds.SETTINGS_ADDRESS,
                        first.map(i -> i.address().address()).orElse(""));
    }

    private Text field(Composite form, String label, String id, String now) {
        Text text = Fields.text(form, label, id);
        text.setText(now);
        text.addListener(SWT.Modify, e -> check());
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Account_save, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private void mend(Mend mend) {
        draft.take(mend.settings());
        server.show();
        changed();
    }

    private void changed() {
        trial.forget();
        check();
    }

    private void check() {
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        Optional<ServerDraft.Mistake> mistake = draft.mistake();
        boolean named = !name.getText().isBlank();
        setErrorMessage(
                mistake.map(Mistakes::sentence).orElse(named ? null : Messages.Account_noName));
        getButton(IDialogConstants.OK_ID).setEnabled(mistake.isEmpty() && named);
        trial.setEnabled(mistake.isEmpty() && named);
    }

    private Account edited() {
        return new Account(
                account.id(),
                name.getText().strip(),
                identities(),
                draft.settings(),
                sync.options());
    }

    /** The first identity as edited, the others as they were. */
    private List<Identity> identities() {
        List<Identity> others = account.identities().stream().skip(1).toList();
        if (address.getText().isBlank()) {
            return others;
        }
        List<Identity> all = new ArrayList<>();
        all.add(Identity.of(person.getText(), address.getText()));
        all.addAll(others);
        return all;
    }

    @Override
    protected void okPressed() {
        SaveAccount.schedule(services, edited(), server.secrets());
        super.okPressed();
    }
}
