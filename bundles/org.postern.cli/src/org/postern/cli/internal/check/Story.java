package org.postern.cli.internal.check;

import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.Messages;
import org.postern.core.Text;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Mend;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.net.Login;
import org.postern.net.Posture;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells a check to a person while it goes on. Thread-safe. */
final class Story {

    private static final int NAMES = 8;
    private static final Rung[] LADDER = Rung.values();

    private final Console console;
    private final Marks marks;
    private final Map<Rung, RungResult> done = new EnumMap<>(Rung.class);
    private int next;

    private Story(Console console) {
        this.console = console;
        this.marks = Marks.of(console.unicode());
    }

    static Story begin(String about, Console console) {
        console.line(Text.visible(about));
        return new Story(console);
    }

    /** A rung as soon as it and those below it are done. */
    synchronized void rung(RungResult result) {
        if (result.state() != RungResult.State.RUNNING) {
            done.put(result.rung(), result);
            while (next < LADDER.length && done.containsKey(LADDER[next])) {
                tell(done.get(LADDER[next++]));
            }
        }
    }

    private void tell(RungResult result) {
        String label = result.rung().label();
        String line =
                "  "
                        + marks.of(result.state())
                        + " "
                        + label
                        + " ".repeat(Math.max(0, width() - label.length()))
                        + "  "
                        + found(result);
        console.line(marks.plain(line.stripTrailing()));
    }

    /** A rung that holds needs no sentence: what was seen there says it. */
    private static String found(RungResult result) {
        boolean silent = result.sentence().isEmpty() && !result.evidence().isEmpty();
        return silent
                ? result.evidence().getFirst().value().lines().findFirst().orElse("")
                : result.sentence();
    }

    private static int width() {
        return Arrays.stream(LADDER).mapToInt(rung -> rung.label().length()).max().orElse(0);
    }

    /** What is left of the ladder, what it means, and what was found behind it. */
    synchronized void end(CheckResult result) {
        Examination examination = result.examination();
        examination.rungs().stream().skip(next).forEach(this::tell);
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
        field("Story.posture", held + posture.login().map(Story::login).orElse(""));
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
