package org.postern.ui.internal.doctor;

import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.RungResult;
import org.postern.ui.internal.Messages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rungs and evidence as words. */
final class RungTexts {

    private RungTexts() {}

    static String state(RungResult.State state) {
        return switch (state) {
            case PASSED -> Messages.Doctor_passed;
            case WARNED -> Messages.Doctor_warned;
            case FAILED -> Messages.Doctor_failed;
            case SKIPPED -> Messages.Doctor_skipped;
            case RUNNING -> Messages.Doctor_running;
        };
    }

    /** Empty when nobody measured. */
    static String took(Duration took) {
        return took.isZero()
                ? ""
                : Messages.bind(Messages.Doctor_milliseconds, String.valueOf(took.toMillis()));
    }

    /** All that is known of a rung, and of the cause when it is the one that broke. */
    static String evidence(RungResult rung, Optional<Diagnosis> diagnosis) {
        StringBuilder text = new StringBuilder(rung.rung().label()).append(": ");
        text.append(state(rung.state())).append('\n');
        if (!rung.sentence().isEmpty()) {
            text.append(rung.sentence()).append('\n');
        }
        List<Evidence> shown = new ArrayList<>(rung.evidence());
        if (rung.state() == RungResult.State.FAILED) {
            diagnosis.ifPresent(d -> addNew(shown, d.evidence()));
        }
        shown.forEach(each -> append(text, each));
        return text.toString();
    }

    private static void addNew(List<Evidence> shown, List<Evidence> more) {
        more.stream().filter(each -> !shown.contains(each)).forEach(shown::add);
    }

    private static void append(StringBuilder text, Evidence each) {
        text.append('\n').append(each.label()).append('\n');
        each.value().lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }
}
