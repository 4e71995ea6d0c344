package org.postern.cli.internal.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.postern.cli.ExitCode;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Mend;
import org.postern.diagnosis.RungResult;
import org.postern.diagnosis.Sibling;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer for programs, as {@code schema/check-answer.schema.json} documents it: one line of
 * JSON.
 *
 * @param exit what the answer counts for in the exit code
 */
record Answer(int exit, JsonObject json) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** What came of a check. */
    static Answer of(CheckResult result) {
        JsonObject json = new JsonObject();
        Verdict verdict = result.verdict();
        json.addProperty("url", result.about());
        json.addProperty("result", word(verdict.exit()));
        json.addProperty("exit", verdict.exit());
        json.addProperty("cause", verdict.cause());
        examination(result.examination(), json);
        login(result, json);
        json.addProperty("milliseconds", result.took().toMillis());
        return new Answer(verdict.exit(), json);
    }

    /** A request that was not understood. */
    static Answer wrong(String sentence) {
        JsonObject json = new JsonObject();
        json.addProperty("result", word(ExitCode.USAGE));
        json.addProperty("exit", ExitCode.USAGE);
        json.addProperty("error", sentence);
        return new Answer(ExitCode.USAGE, json);
    }

    private static String word(int exit) {
        return switch (exit) {
            case ExitCode.SOUND -> "sound";
            case ExitCode.WARNING -> "warning";
            case ExitCode.FAILED -> "failed";
            default -> "usage";
        };
    }

    private static void examination(Examination examination, JsonObject json) {
        json.add("rungs", array(examination.rungs(), Answer::rung));
        examination.diagnosis().ifPresent(found -> json.add("diagnosis", diagnosis(found)));
        json.add("warnings", array(examination.warnings(), Answer::diagnosis));
        json.add("evidence", array(evidence(examination), Answer::evidence));
        json.add("siblings", array(examination.siblings(), Answer::sibling));
        examination.posture().ifPresent(held -> json.add("posture", PostureJson.of(held)));
    }

    /** Of a failure what shows it; else what was seen on the way. */
    private static List<Evidence> evidence(Examination examination) {
        return examination
                .diagnosis()
                .map(Diagnosis::evidence)
                .orElseGet(
                        () ->
                                examination.rungs().stream()
                                        .flatMap(rung -> rung.evidence().stream())
                                        .toList());
    }

    private static JsonObject rung(RungResult result) {
        JsonObject json = new JsonObject();
        json.addProperty("rung", result.rung().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.addProperty("state", result.state().name().toLowerCase(Locale.ROOT));
        json.addProperty("sentence", result.sentence());
        json.addProperty("milliseconds", result.took().toMillis());
        return json;
    }

    private static JsonObject diagnosis(Diagnosis found) {
        JsonObject json = new JsonObject();
        json.addProperty("cause", found.cause());
        json.addProperty("tried", found.tried());
        json.addProperty("seen", found.seen());
        json.addProperty("meaning", found.meaning());
        json.addProperty("advice", found.advice());
        json.add("mends", array(found.mends(), Answer::mend));
        return json;
    }

    private static JsonObject evidence(Evidence shown) {
        JsonObject json = new JsonObject();
        json.addProperty("label", shown.label());
        json.addProperty("value", shown.value());
        return json;
    }

    private static JsonObject mend(Mend mend) {
        JsonObject json = new JsonObject();
        json.addProperty("label", mend.label());
        json.addProperty("transport", mend.settings().transport());
        json.addProperty("security", SecurityName.of(mend.settings().security()));
        mend.settings().port().ifPresent(port -> json.addProperty("port", port.number()));
        json.addProperty("lessProtected", mend.lessProtected());
        return json;
    }

    private static JsonObject sibling(Sibling sibling) {
        JsonObject json = new JsonObject();
        json.addProperty("transport", sibling.settings().transport());
        json.addProperty("security", SecurityName.of(sibling.security()));
        json.addProperty("port", sibling.endpoint().port().number());
        json.addProperty("outcome", outcome(sibling.outcome()));
        return json;
    }

    private static String outcome(Sibling.Outcome outcome) {
        return switch (outcome) {
            case Sibling.Outcome.Works works -> "works";
            case Sibling.Outcome.Fails fails -> "fails";
            case Sibling.Outcome.Unknown unknown -> "unknown";
        };
    }

    private static void login(CheckResult result, JsonObject json) {
        if (result.inbox().isEmpty() && result.mailboxes().isEmpty()) {
            return;
        }
        json.add("mailboxes", array(result.mailboxes(), JsonPrimitive::new));
        result.inbox().ifPresent(inbox -> inbox(inbox, json));
    }

    private static void inbox(Inbox inbox, JsonObject json) {
        JsonObject counts = new JsonObject();
        counts.addProperty("messages", inbox.messages());
        inbox.unseen().ifPresent(unseen -> counts.addProperty("unseen", unseen));
        json.add("counts", counts);
        json.add("subjects", array(inbox.subjects(), JsonPrimitive::new));
    }

    private static <T> JsonArray array(
            Collection<T> all, Function<T, ? extends com.google.gson.JsonElement> toJson) {
        JsonArray array = new JsonArray();
        all.forEach(each -> array.add(toJson.apply(each)));
        return array;
    }

    /** The same with the id and the number of the line that it answers. */
    Answer to(int line, Optional<JsonPrimitive> id) {
        JsonObject with = new JsonObject();
        id.ifPresent(value -> with.add("id", value));
        with.addProperty("line", line);
        json.asMap().forEach(with::add);
        return new Answer(exit, with);
    }

    /** One line, without its end. */
    String line() {
        return GSON.toJson(json);
    }
}
