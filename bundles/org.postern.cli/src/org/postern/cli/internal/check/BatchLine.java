package org.postern.cli.internal.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.postern.cli.Arguments;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.core.Text;

import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A line of a batch, read. Nothing that the parser says about a line is passed on: a password could
 * be in it, though it is taken out before the parser sees the line.
 *
 * @param id as it came, to be sent back; empty when there is none
 * @param taken the password, closed with the line
 */
record BatchLine(Optional<JsonPrimitive> id, JsonObject fields, Optional<Secret> taken)
        implements AutoCloseable {

    private static final Set<String> KNOWN =
            Set.of("id", "url", "security", "ca", "user", "password", "timeOut");

    /**
     * @param line wiped as far as it is a password
     * @return the caller closes it
     * @throws WrongUsage when the line is no object of JSON
     */
    static BatchLine parse(char[] line) throws WrongUsage {
        Optional<Secret> taken = TakenPassword.from(line);
        try {
            JsonObject fields = fields(line);
            return new BatchLine(id(fields), fields, taken);
        } catch (WrongUsage e) {
            taken.ifPresent(Secret::close);
            throw e;
        }
    }

    private static JsonObject fields(char[] line) throws WrongUsage {
        try (JsonReader reader = new JsonReader(new CharArrayReader(line))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return element.getAsJsonObject();
            }
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new WrongUsage(Messages.format("Batch.notAnObject"));
        }
        throw new WrongUsage(Messages.format("Batch.notAnObject"));
    }

    private static Optional<JsonPrimitive> id(JsonObject fields) {
        return Optional.ofNullable(fields.get("id"))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsJsonPrimitive);
    }

    /**
     * @param defaults for what the line leaves out
     * @return the caller closes its password
     * @throws WrongUsage naming the field that is missing or wrong
     */
    CheckRequest request(CheckOptions defaults) throws WrongUsage {
        requireKnown();
        Optional<String> security = text("security");
        Optional<String> authorities = text("ca");
        Optional<String> user = text("user");
        String url = text("url").orElseThrow(() -> wrong("Batch.noUrl", "url"));
        Optional<Security> mode =
                security.isPresent()
                        ? Optional.of(SecurityName.parse(security.get()))
                        : defaults.security();
        Optional<Path> file =
                authorities.isPresent()
                        ? Optional.of(Arguments.path(authorities.get()))
                        : defaults.authorities();
        Optional<Duration> timeOut = timeOut().or(defaults::timeOut);
        if (user.isPresent() != fields.has("password")) {
            throw wrong("Batch.userAndPassword", "user");
        }
        return new CheckRequest(url, mode, file, user, password(), timeOut);
    }

    private void requireKnown() throws WrongUsage {
        for (String name : fields.keySet()) {
            if (!KNOWN.contains(name)) {
                throw wrong("Batch.unknown", Text.visible(name));
            }
        }
        if (fields.has("id") && id.isEmpty()) {
            throw wrong("Batch.type", "id");
        }
    }

    private Optional<String> text(String name) throws WrongUsage {
        return primitive(name, JsonPrimitive::isString).map(JsonPrimitive::getAsString);
    }

    private Optional<Duration> timeOut() throws WrongUsage {
        Optional<JsonPrimitive> number = primitive("timeOut", JsonPrimitive::isNumber);
        return number.isPresent()
                ? Optional.of(CheckOptions.seconds(number.get().getAsString()))
                : Optional.empty();
    }

    private Optional<Secret> password() throws WrongUsage {
        Optional<JsonPrimitive> value = primitive("password", JsonPrimitive::isString);
        if (value.isEmpty() || taken.isPresent()) {
            return taken.map(Secret::copy);
        }
        char[] characters = value.get().getAsString().toCharArray();
        try {
            return Optional.of(Secret.of(characters));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private Optional<JsonPrimitive> primitive(String name, Predicate<JsonPrimitive> type)
            throws WrongUsage {
        JsonElement value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive() || !type.test(value.getAsJsonPrimitive())) {
            throw wrong("Batch.type", name);
        }
        return Optional.of(value.getAsJsonPrimitive());
    }

    private static WrongUsage wrong(String key, String field) {
        return new WrongUsage(Messages.format(key, field));
    }

    /** Wipes the password. */
    @Override
    public void close() {
        taken.ifPresent(Secret::close);
    }

    /** Its fields may hold a password. */
    @Override
    public String toString() {
        return "BatchLine[" + id.map(JsonPrimitive::toString).orElse("") + "]";
    }
}
