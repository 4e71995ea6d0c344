package org.postern.cli.internal.store;

import com.google.gson.JsonObject;

import org.postern.cli.Console;
import org.postern.cli.DataFolders;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.Json;
import org.postern.cli.internal.Messages;
import org.postern.cli.internal.Sentences;
import org.postern.core.MailException;
import org.postern.store.PackedMailStore;

import java.io.IOException;
import java.util.Map;

/**
 * Tells what came of it, to people or to programs.
 *
 * @param task the name of what was done
 */
record Say(String task, boolean json, Console console) {

    /** For people; nothing for programs. */
    void line(String key, Object... values) {
        if (!json) {
            console.line(Messages.format(key, values));
        }
    }

    /** About what is wrong; beside the output, for programs too. */
    void problem(String sentence) {
        console.error(sentence);
    }

    /**
     * For programs; nothing for people.
     *
     * @return the exit code
     */
    int answer(int exit, JsonObject more) throws IOException {
        if (json) {
            JsonObject answer = new JsonObject();
            answer.addProperty("task", task);
            Json.result(exit).asMap().forEach(answer::add);
            for (Map.Entry<String, com.google.gson.JsonElement> field : more.entrySet()) {
                answer.add(field.getKey(), field.getValue());
            }
            console.data(Json.line(answer));
        }
        return exit;
    }

    int failed(MailException e, DataFolders folders) throws IOException {
        int exit = PackedMailStore.inUse(folders.mail()) ? ExitCode.IN_USE : ExitCode.FAILED;
        String sentence = Sentences.of(e.failure());
        console.error(sentence);
        JsonObject error = new JsonObject();
        error.addProperty("error", sentence);
        return answer(exit, error);
    }
}
