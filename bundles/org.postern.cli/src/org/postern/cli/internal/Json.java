package org.postern.cli.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.postern.cli.ExitCode;

import java.util.Collection;
import java.util.function.Function;

/** What the objects have in common that commands write for programs. */
public final class Json {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    /** An object that begins with what came of it. */
    public static JsonObject result(int exit) {
        JsonObject json = new JsonObject();
        json.addProperty("result", word(exit));
        json.addProperty("exit", exit);
        return json;
    }

    private static String word(int exit) {
        return switch (exit) {
            case ExitCode.SOUND -> "sound";
            case ExitCode.WARNING -> "warning";
            default -> "failed";
        };
    }

    public static <T> JsonArray array(Collection<T> all, Function<T, JsonObject> toJson) {
        JsonArray array = new JsonArray();
        all.forEach(each -> array.add(toJson.apply(each)));
        return array;
    }

    public static JsonArray strings(Collection<String> all) {
        JsonArray array = new JsonArray();
        all.forEach(array::add);
        return array;
    }

    /** One line, without its end. */
    public static String line(JsonObject json) {
        return GSON.toJson(json);
    }
}
