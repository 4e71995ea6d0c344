package org.postern.cli.internal.check;

import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.Messages;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Mend;
import org.postern.net.Login;
import org.postern.net.Posture;

import java.util.List;

/** What a person reads below the ladder. */
record Epilogue(Console console, Marks marks) {

    private static final int NAMES = 8;

    void tell(CheckResult result) {
        Examination examination = result.examination();
        examination.diagnosis().ifPresent(this::diagnosis);
        examination.warnings().forEach(this::diagnosis);
        examination.posture().ifPresent(this::posture);
        if (!result.mailboxes().isEmpty()) {
            mailboxes(result.mailboxes());
        }
        result.inbox().ifPresent(this::inbox);
        verdict(result.verdict());
        console.line("");
    }

    private void diagnosis(Diagnosis found) {
        field("Story.tried", found.tried());
        field("Story.seen", found.seen());
        field("Story.meaning", found.meaning());
        field("Story.advice", found.advice());
        for (Mend mend : found.mends()) {
            field(mend.lessProtected() ? "Story.mendLess" : "Story.mend", mend.label());
        }
        for (Evidence evidence : found.evidence()) {
            String value = String.join("\n      ", evidence.value().split("\n"));
            console.line(marks.plain("    " + evidence.label() + ": " + value));
        }
    }

    private void posture(Posture posture) {
        String held =
                posture.security().isProtected()
                        ? Messages.format(
                                "Story.protected",
                                posture.protocol().orElse(""),
                                posture.cipherSuite().orElse(""),
                                Messages.format("Story.trust." + posture.trust()))
                        : Messages.format("Story.clear");
        field("Story.posture", held + posture.login().map(Epilogue::login).orElse(""));
        posture.forced().forEach(sentence -> field("Story.policy", sentence));
        posture.warnings().forEach(sentence -> field("Story.policy", sentence));
    }

    private static String login(Login login) {
        String key = login.secretShown() ? "Story.loginShown" : "Story.login";
        return " " + Messages.format(key, login.mechanism());
    }

    private void mailboxes(List<String> names) {
        List<String> first = names.subList(0, Math.min(NAMES, names.size()));
        String more = names.size() > NAMES ? ", …" : "";
        field(
                "Story.mailboxes",
                Messages.format(
                        "Story.mailboxList",
                        Integer.toString(names.size()),
                        String.join(", ", first) + more));
    }

    private void inbox(Inbox inbox) {
        String messages = Long.toString(inbox.messages());
        field(
                "Story.inbox",
                inbox.unseen().isPresent()
                        ? Messages.format(
                                "Story.counts", messages, Long.toString(inbox.unseen().getAsLong()))
                        : Messages.format("Story.count", messages));
        inbox.subjects().forEach(subject -> console.line(marks.plain("    " + subject)));
    }

    private void verdict(Verdict verdict) {
        String key =
                switch (verdict.exit()) {
                    case ExitCode.SOUND -> "Story.sound";
                    case ExitCode.WARNING -> "Story.warning";
                    default -> "Story.failed";
                };
        console.line("  " + Messages.format(key, verdict.cause()));
    }

    private void field(String key, String text) {
        console.line(marks.plain("  " + Messages.format(key, text)));
    }
}
