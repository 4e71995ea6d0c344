package org.postern.cli.internal.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.postern.cli.Console;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.Json;
import org.postern.search.Hit;
import org.postern.search.Page;
import org.postern.search.Snippet;
import org.postern.store.MessageRow;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A line of JSON for each message, as {@code schema/search-hit.schema.json} says. */
record FoundJson(Headless whole, Console console) implements Found {

    @Override
    public void hit(Hit hit, Optional<Snippet> snippet) throws IOException {
        MessageRow row = hit.row();
        JsonObject json = new JsonObject();
        json.addProperty("message", row.id().value());
        whole.store()
                .mailbox(row.mailbox())
                .ifPresent(
                        mailbox -> {
                            json.addProperty("account", mailbox.account().value());
                            json.addProperty("mailbox", String.join("/", mailbox.path()));
                        });
        json.addProperty("date", row.date().toString());
        json.addProperty("name", row.from().name());
        json.addProperty("address", row.from().address());
        json.addProperty("subject", row.subject());
        json.addProperty("size", row.size());
        json.addProperty("unread", row.unread());
        json.addProperty("score", hit.score());
        snippet.ifPresent(shown -> json.add("snippet", json(shown)));
        console.data(Json.line(json));
    }

    private static JsonObject json(Snippet snippet) {
        JsonObject json = new JsonObject();
        json.addProperty("place", snippet.place().name().toLowerCase(Locale.ROOT));
        json.addProperty("text", snippet.text());
        JsonArray found = new JsonArray();
        for (Snippet.Range range : snippet.found()) {
            JsonObject part = new JsonObject();
            part.addProperty("from", range.from());
            part.addProperty("to", range.to());
            found.add(part);
        }
        json.add("found", found);
        return json;
    }

    @Override
    public void end(Page page) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("total", page.total());
        console.data(Json.line(json));
    }
}
