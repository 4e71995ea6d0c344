package org.postern.ui.internal.certificates;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Css;

/**
 * Shows the certificate of a server that no authority vouches for, and lets the user trust it who
 * has compared it with what the provider says (RFC 8314 §5.4). Only for a server that the account
 * has never met.
 */
final class PinDialog extends TitleAreaDialog {

    private static final int TRUST = IDialogConstants.CLIENT_ID + 1;

    private final Account account;
    private final Failure.CertificateRejected rejected;
    private final boolean pinnable;
    private Button compared;

    PinDialog(
            Shell parent, Account account, Failure.CertificateRejected rejected, boolean pinnable) {
        super(parent);
        this.account = account;
        this.rejected = rejected;
        this.pinnable = pinnable;
        setHelpAvailable(false);
    }

    /** Whether the user decided to trust it. */
    boolean ask() {
        return open() == TRUST;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        WidgetIds.name(shell, WidgetIds.CERTIFICATE_DIALOG);
        shell.setText(Messages.bind(Messages.Pin_title, account.name()));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.bind(Messages.Pin_headline, rejected.peer()));
        setMessage(Messages.Pin_text, IMessageProvider.WARNING);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(0, 10).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        wrong(page);
        if (!rejected.chain().isEmpty()) {
            new ChainView(page, rejected.chain());
        }
        if (pinnable) {
            box(page);
        }
        return area;
    }

    private void wrong(Composite page) {
        Label label = WidgetIds.name(new Label(page, SWT.WRAP), WidgetIds.CERTIFICATE_WRONG);
        label.setText(CertificateProblems.sentence(rejected));
        Css.ALARM_TEXT.style(label);
        GridDataFactory.fillDefaults().grab(true, false).hint(700, SWT.DEFAULT).applyTo(label);
    }

    private void box(Composite page) {
        compared = WidgetIds.name(new Button(page, SWT.CHECK), WidgetIds.CERTIFICATE_COMPARED);
        compared.setText(Messages.Pin_compared);
        compared.addListener(
                SWT.Selection, e -> getButton(TRUST).setEnabled(compared.getSelection()));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        if (pinnable) {
            Button trust = createButton(parent, TRUST, Messages.Pin_trust, false);
            WidgetIds.name(trust, WidgetIds.CERTIFICATE_TRUST);
            trust.setEnabled(false);
        }
        createButton(
                parent,
                IDialogConstants.CANCEL_ID,
                pinnable ? Messages.Pin_no : IDialogConstants.CLOSE_LABEL,
                true);
    }

    @Override
    protected void buttonPressed(int id) {
        setReturnCode(id);
        close();
    }

    /** The focus is not on the way to trust. */
    @Override
    public void create() {
        super.create();
        getButton(IDialogConstants.CANCEL_ID).setFocus();
    }
}
