package org.postern.ui.internal.certificates;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Fact;
import org.postern.ui.internal.look.Look;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Shows the certificate that a known server shows now beside the one that it showed before. There
 * is no way to wave it through from here (RFC 8314 §5.4).
 */
final class ComparisonDialog extends TitleAreaDialog {

    private static final int SETTINGS = IDialogConstants.CLIENT_ID + 1;

    private final Account account;
    private final Failure.CertificateRejected rejected;
    private final X509Certificate before;
    private final X509Certificate now;

    ComparisonDialog(
            Shell parent,
            Account account,
            Failure.CertificateRejected rejected,
            X509Certificate before,
            X509Certificate now) {
        super(parent);
        this.account = account;
        this.rejected = rejected;
        this.before = before;
        this.now = now;
        setHelpAvailable(false);
    }

    /** Whether the user wants to see the account's settings. */
    boolean ask() {
        return open() == SETTINGS;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        WidgetIds.name(shell, WidgetIds.COMPARISON_DIALOG);
        shell.setText(Messages.bind(Messages.Compare_title, account.name()));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        boolean same = before.equals(now);
        setTitle(
                Messages.bind(
                        same ? Messages.Compare_sameHeadline : Messages.Compare_headline,
                        rejected.peer()));
        setMessage(Messages.Compare_text, IMessageProvider.WARNING);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(0, 10).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        Label wrong = WidgetIds.name(new Label(page, SWT.WRAP), WidgetIds.CERTIFICATE_WRONG);
        wrong.setText(CertificateProblems.sentence(rejected));
        Css.ALARM_TEXT.style(wrong);
        GridDataFactory.fillDefaults().grab(true, false).hint(870, SWT.DEFAULT).applyTo(wrong);
        table(page);
        return area;
    }

    private void table(Composite page) {
        Table table = new Table(page, SWT.FULL_SELECTION | SWT.BORDER);
        WidgetIds.name(table, WidgetIds.COMPARISON_TABLE);
        Accessible.name(table, Messages.Compare_tableName);
        Css.LIST.style(table);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(870, 260).applyTo(table);
        column(table, "", 112);
        column(table, Messages.Compare_before, 375);
        column(table, Messages.Compare_now, 375);
        List<Fact> old = CertificateFacts.of(before, Instant.now());
        List<Fact> fresh = CertificateFacts.of(now, Instant.now());
        for (int i = 0; i < old.size(); i++) {
            row(table, old.get(i), fresh.get(i));
        }
    }

    private static void column(Table table, String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    /** A difference is marked by a sign, by weight and by colour. */
    private static void row(Table table, Fact old, Fact fresh) {
        TableItem item = new TableItem(table, SWT.NONE);
        boolean differs = !old.value().equals(fresh.value());
        String label = differs ? Messages.bind(Messages.Compare_differs, old.label()) : old.label();
        item.setText(new String[] {label, old.value(), fresh.value()});
        if (differs) {
            item.setFont(Look.bold());
            item.setForeground(Look.caution(Look.dark(table)));
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, SETTINGS, Messages.Compare_settings, false);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.Compare_keep, true);
    }

    @Override
    protected void buttonPressed(int id) {
        setReturnCode(id);
        close();
    }
}
