package org.postern.cli.internal.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Mend;
import org.postern.diagnosis.RungResult;
import org.postern.diagnosis.Sibling;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The ladder and what it means, for programs. */
final class ExaminationJson {

    private ExaminationJson() {}

    /** Adds the fields that tell of it. */
    static void add(Examination examination, JsonObject json) {
        json.add("rungs", array(examination.rungs(), ExaminationJson::rung));
        examination.diagnosis().ifPresent(found -> json.add("diagnosis", diagnosis(found)));
        json.add("warnings", array(examination.warnings(), ExaminationJson::diagnosis));
        json.add("evidence", array(evidence(examination), ExaminationJson::evidence));
        json.add("siblings", array(examination.siblings(), ExaminationJson::sibling));
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
        json.add("mends", array(found.mends(), ExaminationJson::mend));
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

    private static <T> JsonArray array(Collection<T> all, Function<T, JsonObject> toJson) {
        JsonArray array = new JsonArray();
        all.forEach(each -> array.add(toJson.apply(each)));
        return array;
    }
}
