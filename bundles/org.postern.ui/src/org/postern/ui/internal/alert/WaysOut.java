package org.postern.ui.internal.alert;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.Secret;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Mend;
import org.postern.sync.AccountState;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.certificates.CertificateQuestion;
import org.postern.ui.internal.doctor.DoctorView;
import org.postern.ui.internal.jobs.RefreshAccount;
import org.postern.ui.internal.jobs.SaveAccount;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.posture.PostureDialog;
import org.postern.ui.internal.settings.AccountSettingsDialog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The buttons of an alert. */
final class WaysOut {

    private static final int COLUMNS = 4;

    private final AccountAlert alert;
    private final Services services;
    private final Account account;
    private final Composite column;

    WaysOut(
            Composite parent,
            AccountAlert alert,
            Services services,
            Account account,
            Failure failure,
            Diagnosis diagnosis) {
        this.alert = alert;
        this.services = services;
        this.account = account;
        new Label(parent, SWT.NONE);
        column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(COLUMNS)
                .equalWidth(true)
                .spacing(8, 8)
                .applyTo(column);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 10).applyTo(column);
        if (aboutPassword(failure)) {
            passwordRow();
        }
        if (failure instanceof Failure.CertificateRejected rejected) {
            button(
                    Messages.Certificate_look,
                    WidgetIds.ALERT_CERTIFICATE,
                    COLUMNS,
                    () -> look(rejected));
        }
        if (failure instanceof Failure.LoginNotBound) {
            button(Messages.Alert_posture, WidgetIds.ALERT_POSTURE, COLUMNS, this::posture);
        }
        mends(diagnosis.mends());
        row();
    }

    private static boolean aboutPassword(Failure failure) {
        return failure instanceof Failure.LoginRejected
                || failure instanceof Failure.PasswordMissing;
    }

    private void mends(List<Mend> mends) {
        for (int i = 0; i < mends.size(); i++) {
            Mend mend = mends.get(i);
            button(mend.label(), WidgetIds.ALERT_MEND + i, COLUMNS, () -> apply(mend));
        }
    }

    private void row() {
        button(Messages.Alert_settings, WidgetIds.ALERT_SETTINGS, 1, this::edit);
        button(Messages.Alert_examine, WidgetIds.ALERT_EXAMINE, 1, this::examine);
        button(Messages.Alert_retry, WidgetIds.ALERT_RETRY, 1, this::retry);
        button(Messages.Alert_stayOffline, WidgetIds.ALERT_STAY_OFFLINE, 1, this::stay);
    }

    private void passwordRow() {
        Text field = new Text(column, SWT.BORDER | SWT.PASSWORD);
        WidgetIds.name(field, WidgetIds.ALERT_PASSWORD);
        field.setMessage(Messages.Alert_password);
        Accessible.name(field, Messages.Alert_password);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .span(COLUMNS - 1, 1)
                .applyTo(field);
        Button use =
                button(
                        Messages.Alert_usePassword,
                        WidgetIds.ALERT_USE_PASSWORD,
                        1,
                        () -> use(field));
        use.setEnabled(false);
        field.addListener(SWT.Modify, e -> use.setEnabled(field.getCharCount() > 0));
        field.getShell().setDefaultButton(use);
    }

    /** Puts the focus on the likeliest way. */
    void setFocus() {
        column.setFocus();
    }

    private void use(Text field) {
        char[] typed = field.getTextChars();
        Secret secret = Secret.of(typed);
        Arrays.fill(typed, '\0');
        alert.close();
        SaveAccount.schedule(services, account, Optional.of(secret));
    }

    private Button button(String text, String id, int columns, Runnable work) {
        Button button = WidgetIds.name(new Button(column, SWT.PUSH), id);
        button.setText(text);
        button.addListener(SWT.Selection, e -> work.run());
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(button);
        return button;
    }

    private void apply(Mend mend) {
        if (Mending.confirmed(alert.getShell(), account, mend)) {
            alert.close();
            Mending.apply(services, account, mend);
        }
    }

    private void look(Failure.CertificateRejected rejected) {
        Shell parent = alert.getShell().getParent().getShell();
        alert.close();
        new CertificateQuestion(services, account, rejected)
                .ask(
                        parent,
                        this::online,
                        () -> AccountSettingsDialog.open(parent, services, account));
    }

    private void online() {
        services.engine().goOnline(account.id());
        RefreshAccount.schedule(services, account);
    }

    private void posture() {
        Shell parent = alert.getShell().getParent().getShell();
        alert.close();
        PostureDialog.open(parent, services, account);
    }

    private void examine() {
        alert.close();
        DoctorView.examine(account);
    }

    private void edit() {
        var shell = alert.getShell().getParent().getShell();
        alert.close();
        AccountSettingsDialog.open(shell, services, account);
    }

    private void retry() {
        alert.close();
        online();
    }

    private void stay() {
        alert.close();
        if (services.engine().state(account.id()) instanceof AccountState.WaitingForNetwork) {
            services.engine().goOffline(account.id());
        }
    }
}
