package org.postern.ui.internal.settings;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.core.Secret;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How an account proves who it is, for those whose server wants something special. */
final class AdvancedDialog extends TitleAreaDialog {

    private static final List<Authentication> WAYS =
            List.of(Authentication.PASSWORD, Authentication.TOKEN, Authentication.CERTIFICATE);

    private final Services services;
    private final LoginDraft draft;
    private final Supplier<Optional<Account>> account;
    private Combo way;
    private CertificateFields certificate;
    private Button weak;
    private Optional<Secret> password = Optional.empty();

    /**
     * @param draft a copy, thrown away when the user cancels
     * @param account with what the other fields hold; empty while there is a mistake
     */
    AdvancedDialog(
            Shell parent,
            Services services,
            LoginDraft draft,
            Supplier<Optional<Account>> account) {
        super(parent);
        this.services = services;
        this.draft = draft;
        this.account = account;
        setHelpAvailable(false);
    }

    /** What was typed as the certificate's password; the caller closes it. */
    Optional<Secret> password() {
        return password;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        WidgetIds.name(shell, WidgetIds.ADVANCED_DIALOG);
        shell.setText(Messages.Advanced_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.Advanced_headline);
        setMessage(Messages.Advanced_text);
        Composite form = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 14).spacing(10, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        wayList(form);
        new Label(form, SWT.NONE);
        weak = WidgetIds.name(new Button(form, SWT.CHECK), WidgetIds.ADVANCED_WEAK);
        weak.setText(Messages.Advanced_weak);
        weak.setToolTipText(Messages.Advanced_weakTip);
        weak.setSelection(draft.weakAllowed());
        weak.addListener(SWT.Selection, e -> draft.allowWeak(weak.getSelection()));
        certificate = new CertificateFields(form, services, draft, account, this::check);
        return area;
    }

    private void wayList(Composite form) {
        Fields.label(form, Messages.Advanced_way);
        way = WidgetIds.name(new Combo(form, SWT.READ_ONLY), WidgetIds.ADVANCED_WAY);
        WAYS.forEach(w -> way.add(LoginTexts.name(w)));
        way.select(WAYS.indexOf(draft.authentication()));
        way.addListener(SWT.Selection, e -> choose());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(way);
    }

    private void choose() {
        draft.authentication(WAYS.get(way.getSelectionIndex()));
        check();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        check();
    }

    private void check() {
        weak.setEnabled(draft.authentication() == Authentication.PASSWORD);
        boolean lacks = draft.lacksCertificate();
        setErrorMessage(lacks ? Messages.Mistake_noCertificate : null);
        Optional.ofNullable(getButton(IDialogConstants.OK_ID)).ifPresent(b -> b.setEnabled(!lacks));
    }

    @Override
    protected void okPressed() {
        password = certificate.password();
        super.okPressed();
    }
}
