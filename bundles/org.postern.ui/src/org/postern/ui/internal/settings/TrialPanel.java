package org.postern.ui.internal.settings;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.postern.account.Account;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Mend;
import org.postern.sync.TrialResult;
import org.postern.sync.TrialSecrets;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.certificates.CertificateQuestion;
import org.postern.ui.internal.doctor.DoctorDialog;
import org.postern.ui.internal.doctor.Patient;
import org.postern.ui.internal.jobs.TryAccount;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.ButtonRow;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Images;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The Test button, and what came of it. */
public final class TrialPanel {

    private final Services services;
    private final Supplier<Account> account;
    private final Supplier<TrialSecrets> secrets;
    private final Consumer<Mend> mending;
    private final Composite panel;
    private final Button test;
    private final Button stop;
    private final ProgressBar busy;
    private final Label icon;
    private final StyledText result;
    private final ButtonRow more;
    private Optional<Job> running = Optional.empty();

    /**
     * @param account what is to be tried, as the fields are at the time of the click
     * @param secrets what was typed; closed when it was used
     * @param mending puts a mend that the user chose into the fields
     */
    public TrialPanel(
            Composite parent,
            Services services,
            Supplier<Account> account,
            Supplier<TrialSecrets> secrets,
            Consumer<Mend> mending) {
        this.services = services;
        this.account = account;
        this.secrets = secrets;
        this.mending = mending;
        panel = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 8).applyTo(panel);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(panel);
        test = button(Messages.Trial_test, WidgetIds.SETTINGS_TEST, this::start);
        stop = button(Messages.Trial_stop, WidgetIds.SETTINGS_TEST_CANCEL, this::cancel);
        busy = new ProgressBar(panel, SWT.INDETERMINATE);
        Accessible.nameLike(busy, Messages.Trial_test);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(busy);
        icon = new Label(panel, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.TOP).applyTo(icon);
        result = resultText();
        more = new ButtonRow(panel, 3, 0);
        running(false);
        panel.addListener(SWT.Dispose, e -> cancel());
    }

    private StyledText resultText() {
        StyledText text = new StyledText(panel, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        WidgetIds.name(text, WidgetIds.SETTINGS_TEST_RESULT);
        Accessible.name(text, () -> text.getText());
        text.setAlwaysShowScrollBars(false);
        text.setCaret(null);
        text.setBackground(panel.getBackground());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(320, 130).applyTo(text);
        return text;
    }

    private Button button(String text, String id, Runnable work) {
        Button button = WidgetIds.name(new Button(panel, SWT.PUSH), id);
        button.setText(text);
        button.addListener(SWT.Selection, e -> work.run());
        return button;
    }

    /** Whether there is something to try. */
    public void setEnabled(boolean enabled) {
        test.setEnabled(enabled && running.isEmpty());
    }

    /** The fields hold something else now: what a test said before holds no longer. */
    public void forget() {
        cancel();
        if (running.isEmpty()) {
            say("", "", Css.MUTED);
        }
    }

    private void start() {
        say("", "", Css.MUTED);
        TryAccount job = new TryAccount(services, account.get(), secrets.get(), this::hear);
        running = Optional.of(job);
        boolean focused = test.isFocusControl();
        running(true);
        if (focused) {
            stop.setFocus();
        }
        job.schedule();
    }

    private void cancel() {
        running.ifPresent(Job::cancel);
    }

    private void running(boolean on) {
        test.setEnabled(!on);
        stop.setVisible(on);
        busy.setVisible(on);
    }

    private void hear(TryAccount.Outcome outcome) {
        if (!panel.isDisposed()) {
            panel.getDisplay().asyncExec(() -> show(outcome));
        }
    }

    private void show(TryAccount.Outcome outcome) {
        if (panel.isDisposed()) {
            return;
        }
        running = Optional.empty();
        boolean focused = stop.isFocusControl();
        running(false);
        if (focused) {
            test.setFocus();
        }
        switch (outcome) {
            case TryAccount.Outcome.Works works -> say(works.result());
            case TryAccount.Outcome.Fails fails -> say(fails);
            case TryAccount.Outcome.Stopped stopped -> say("", Messages.Trial_stopped, Css.MUTED);
        }
    }

    private void say(TrialResult works) {
        boolean protect = works.posture().filter(p -> p.security().isProtected()).isPresent();
        String where = works.endpoint().map(Endpoint::toString).orElse(Messages.Trial_here);
        String how =
                works.posture()
                        .map(p -> p.protocol().orElse(Messages.Trial_unprotected))
                        .orElse(Messages.Trial_local);
        String text =
                Messages.bind(
                        Messages.Trial_works,
                        new Object[] {where, how, String.valueOf(works.mailboxes())});
        boolean exposed = works.posture().isPresent() && !protect;
        say(
                exposed ? "lock-open" : "lock-closed",
                text,
                exposed ? Css.CAUTION_TEXT : Css.SOUND_TEXT);
    }

    private void say(TryAccount.Outcome.Fails fails) {
        Diagnosis diagnosis = fails.diagnosis();
        String text =
                String.join(
                        "\n",
                        diagnosis.meaning(),
                        diagnosis.advice(),
                        "",
                        diagnosis.tried(),
                        diagnosis.seen());
        say("problem", text, Css.ALARM_TEXT);
        if (fails.failure() instanceof Failure.CertificateRejected rejected) {
            offer(rejected, diagnosis.meaning());
        }
        more.add(Messages.Alert_examine, WidgetIds.SETTINGS_EXAMINE, this::examine);
    }

    /**
     * The way on, and where whoever pressed Test is then: one key away, but never a question that
     * opens by itself and gets used to being clicked away (RFC 8314 §5.2).
     */
    private void offer(Failure.CertificateRejected rejected, String why) {
        Button look =
                more.add(
                        Messages.Certificate_look,
                        WidgetIds.SETTINGS_CERTIFICATE,
                        () -> look(rejected));
        Accessible.describe(look, why);
        if (test.isFocusControl()) {
            look.setFocus();
        }
    }

    /** A certificate that the user then trusts is tried at once. */
    private void look(Failure.CertificateRejected rejected) {
        Display display = panel.getDisplay();
        new CertificateQuestion(services, account.get(), rejected)
                .ask(panel.getShell(), () -> display.asyncExec(this::startIfThere), () -> {});
    }

    private void startIfThere() {
        if (!panel.isDisposed()) {
            start();
        }
    }

    private void examine() {
        DoctorDialog.open(
                panel.getShell(),
                services,
                new Patient(account.get(), () -> secrets.get().login(), mending));
    }

    private void say(String image, String text, Css tone) {
        more.clear();
        icon.setImage(image.isEmpty() ? null : Images.get(image));
        result.setText(text);
        tone.style(result);
        icon.requestLayout();
        panel.requestLayout();
    }
}
