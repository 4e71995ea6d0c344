package org.postern.diagnosis.internal;

import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.RungResult;
import org.postern.net.Posture;

import java.util.List;

/** An examination as text that may be given away: the user's name is taken out. */
public final class Report {

    private final StringBuilder text = new StringBuilder();

    private Report() {}

    public static String of(Examination examination) {
        Report report = new Report();
        report.write(examination);
        return Redaction.of(examination.account()).apply(report.text.toString());
    }

    private void write(Examination examination) {
        line(Messages.format("report.title"));
        line(examination.tried());
        line("");
        examination.rungs().forEach(this::rung);
        examination.posture().ifPresent(this::posture);
        examination
                .mailboxes()
                .ifPresent(count -> line(Messages.format("report.mailboxes", count)));
        examination.diagnosis().ifPresent(this::diagnosis);
        examination.warnings().forEach(this::diagnosis);
    }

    private void rung(RungResult result) {
        String state = Messages.format("state." + result.state().name());
        line("[" + state + "] " + result.rung().label());
        if (!result.sentence().isEmpty()) {
            line("    " + result.sentence());
        }
        evidence(result.evidence());
    }

    private void posture(Posture posture) {
        line("");
        line(Messages.format("report.posture", posture.security().name(), posture.trust().name()));
    }

    private void diagnosis(Diagnosis diagnosis) {
        line("");
        line(Messages.format("report.cause", diagnosis.cause()));
        line(diagnosis.seen());
        line(diagnosis.meaning());
        line(diagnosis.advice());
        evidence(diagnosis.evidence());
        diagnosis.mends().forEach(mend -> line("  * " + mend.label()));
    }

    private void evidence(List<Evidence> evidence) {
        evidence.forEach(each -> line("    " + each.label() + ": " + each.value()));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
