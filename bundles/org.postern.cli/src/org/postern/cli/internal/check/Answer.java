package org.postern.cli.internal.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.postern.cli.ExitCode;

import java.util.List;
import java.util.Optional;

/**
 * An answer for programs, as {@code schema/check-answer.schema.json} documents it: one line of
 * JSON.
 *
 * @param exit what the answer counts for in the exit code
 */
record Answer(int exit, JsonObject json) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** What came of a check of a URL. */
    static Answer of(CheckResult result) {
        return of("url", result);
    }

    /** What came of a check of a stored account. */
    static Answer ofAccount(CheckResult result) {
        return of("account", result);
    }

    private static Answer of(String name, CheckResult result) {
        JsonObject json = new JsonObject();
        Verdict verdict = result.verdict();
        json.addProperty(name, result.about());
        json.addProperty("result", word(verdict.exit()));
        json.addProperty("exit", verdict.exit());
        json.addProperty("cause", verdict.cause());
        ExaminationJson.add(result.examination(), json);
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

    private static void login(CheckResult result, JsonObject json) {
        if (result.inbox().isEmpty() && result.mailboxes().isEmpty()) {
            return;
        }
        json.add("mailboxes", strings(result.mailboxes()));
        result.inbox().ifPresent(inbox -> inbox(inbox, json));
    }

    private static void inbox(Inbox inbox, JsonObject json) {
        JsonObject counts = new JsonObject();
        counts.addProperty("messages", inbox.messages());
        inbox.unseen().ifPresent(unseen -> counts.addProperty("unseen", unseen));
        json.add("counts", counts);
        json.add("subjects", strings(inbox.subjects()));
    }

    private static JsonArray strings(List<String> all) {
        JsonArray array = new JsonArray();
        all.forEach(array::add);
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
