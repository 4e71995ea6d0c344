package org.postern.ui.internal.doctor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.ProgressBar;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Mend;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.alert.Mending;
import org.postern.ui.internal.jobs.ExamineAccount;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Clip;
import org.postern.ui.internal.look.Css;

import java.util.Optional;

/** Examines an account before the user's eyes; in a view or in a dialog. */
public final class DoctorPanel {

    private final Services services;
    private final Display display;
    private final Composite page;
    private final Findings findings;
    private final LadderTable ladder;
    private final StyledText evidence;
    private final ProgressBar progress;
    private final Button again;
    private final Button cancel;
    private final Button copy;
    private Optional<Patient> patient = Optional.empty();
    private Optional<ExamineAccount> running = Optional.empty();
    private Optional<Examination> found = Optional.empty();

    public DoctorPanel(Composite parent, Services services) {
        this.services = services;
        display = parent.getDisplay();
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(page);
        findings = new Findings(page);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 250).applyTo(sash);
        ladder = new LadderTable(sash, this::showEvidence);
        evidence = evidencePane(sash);
        sash.setWeights(55, 45);
        Composite bar = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        progress = progressBar(bar);
        again = button(bar, Messages.Doctor_again, WidgetIds.DOCTOR_AGAIN, this::again);
        cancel = button(bar, Messages.Doctor_cancel, WidgetIds.DOCTOR_CANCEL, this::cancel);
        copy = button(bar, Messages.Doctor_copy, WidgetIds.DOCTOR_COPY, this::copy);
        page.addListener(SWT.Dispose, e -> cancel());
        findings.say("account", Messages.Doctor_nobody, Messages.Doctor_nobodyMore);
        enable();
    }

    private static StyledText evidencePane(Composite parent) {
        StyledText text =
                new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        WidgetIds.name(text, WidgetIds.DOCTOR_EVIDENCE);
        Accessible.name(text, Messages.Doctor_evidenceName);
        Css.PAGE.style(text);
        text.setMargins(8, 6, 8, 6);
        text.setAlwaysShowScrollBars(false);
        return text;
    }

    private static ProgressBar progressBar(Composite bar) {
        ProgressBar progress = new ProgressBar(bar, SWT.HORIZONTAL);
        Accessible.name(progress, Messages.Doctor_progressName);
        progress.setMaximum(Rung.values().length);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(progress);
        return progress;
    }

    private static Button button(Composite bar, String text, String id, Runnable work) {
        Button button = WidgetIds.name(new Button(bar, SWT.PUSH), id);
        button.setText(text);
        button.addListener(SWT.Selection, e -> work.run());
        return button;
    }

    /** Examines somebody, now; an examination that is under way is given up. */
    public void examine(Patient who) {
        cancel();
        patient = Optional.of(who);
        found = Optional.empty();
        ladder.clear();
        evidence.setText("");
        progress.setSelection(0);
        findings.say("connecting", Messages.bind(Messages.Doctor_busy, who.account().name()), "");
        ExamineAccount[] job = new ExamineAccount[1];
        job[0] =
                new ExamineAccount(
                        services,
                        who.account(),
                        who.typed().get(),
                        rung -> later(job, () -> climb(rung)),
                        result -> later(job, () -> done(result)));
        running = Optional.of(job[0]);
        enable();
        job[0].schedule();
    }

    /** What an examination says that was given up is of no interest. */
    private void later(ExamineAccount[] job, Runnable work) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(
                () -> {
                    if (!page.isDisposed() && running.filter(job[0]::equals).isPresent()) {
                        work.run();
                    }
                });
    }

    private void climb(RungResult rung) {
        ladder.show(rung);
        progress.setSelection(rung.rung().ordinal() + 1);
    }

    private void done(Optional<Examination> result) {
        running = Optional.empty();
        found = result;
        progress.setSelection(0);
        enable();
        if (result.isEmpty()) {
            findings.say("offline-user", Messages.Doctor_stopped, "");
            return;
        }
        result.get().rungs().forEach(ladder::show);
        ladder.selectDecisive();
        showEvidence();
        say(result.get());
    }

    private void say(Examination result) {
        Optional<Diagnosis> cause =
                result.diagnosis().or(() -> result.warnings().stream().findFirst());
        if (cause.isEmpty()) {
            findings.say(
                    "passed",
                    Messages.bind(Messages.Doctor_works, result.account().name()),
                    result.tried());
            return;
        }
        Diagnosis diagnosis = cause.get();
        findings.say(
                result.works() ? "warning" : "problem", diagnosis.meaning(), diagnosis.advice());
        findings.mends(diagnosis.mends(), this::mend);
    }

    private void mend(Mend mend) {
        patient.filter(who -> Mending.confirmed(page.getShell(), who.account(), mend))
                .ifPresent(who -> who.mending().accept(mend));
    }

    private void showEvidence() {
        Optional<Diagnosis> diagnosis = found.flatMap(Examination::diagnosis);
        evidence.setText(ladder.selected().map(r -> RungTexts.evidence(r, diagnosis)).orElse(""));
    }

    private void enable() {
        again.setEnabled(patient.isPresent() && running.isEmpty());
        cancel.setEnabled(running.isPresent());
        copy.setEnabled(found.isPresent());
    }

    /** Examines the same account once more, with the settings that it has now. */
    private void again() {
        patient.map(this::asStored).ifPresent(this::examine);
    }

    private Patient asStored(Patient who) {
        return services.accounts()
                .find(who.account().id())
                .map(now -> who.typed().get().isPresent() ? who : Patient.stored(services, now))
                .orElse(who);
    }

    private void cancel() {
        running.ifPresent(ExamineAccount::cancel);
    }

    private void copy() {
        found.ifPresent(result -> Clip.put(display, result.report()));
    }

    /** Draws the rungs anew. */
    void reload() {
        ladder.reload();
    }

    /** All of it. */
    public Composite control() {
        return page;
    }

    /** Puts the focus on the rungs. */
    public void setFocus() {
        ladder.setFocus();
    }
}
