package org.postern.cli.tests;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * As much of JSON Schema as the bundle's schemas use; any other word in a schema is a failure, so
 * that none is silently not checked.
 */
final class JsonSchema {

    private static final Set<String> KNOWN =
            Set.of(
                    "$schema",
                    "title",
                    "description",
                    "$defs",
                    "$ref",
                    "type",
                    "enum",
                    "items",
                    "required",
                    "properties",
                    "additionalProperties");

    private final JsonObject root;

    private JsonSchema(JsonObject root) {
        this.root = root;
    }

    /** A schema of the bundle org.postern.cli; tests run somewhere below the top of the tree. */
    static JsonSchema named(String name) throws IOException {
        Path file = Path.of("bundles/org.postern.cli/schema", name);
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(file)) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        String text = Files.readString(folder.resolve(file));
        return new JsonSchema(JsonParser.parseString(text).getAsJsonObject());
    }

    /** What is wrong with it, each with its place; empty when it is as the schema says. */
    List<String> faults(JsonElement value) {
        List<String> faults = new ArrayList<>();
        check(root, value, "$", faults);
        return faults;
    }

    private void check(JsonObject schema, JsonElement value, String place, List<String> faults) {
        schema.keySet().stream()
                .filter(word -> !KNOWN.contains(word))
                .forEach(word -> faults.add(place + ": the schema says " + word));
        if (schema.has("$ref")) {
            check(definition(schema.get("$ref").getAsString()), value, place, faults);
            return;
        }
        if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
            faults.add(place + ": none of " + schema.get("enum"));
        }
        if (schema.has("type")
                && !strings(schema.get("type")).stream().anyMatch(t -> is(value, t))) {
            faults.add(place + ": no " + schema.get("type"));
        } else if (value.isJsonObject()) {
            object(schema, value.getAsJsonObject(), place, faults);
        } else if (value.isJsonArray()) {
            int i = 0;
            for (JsonElement item : value.getAsJsonArray()) {
                check(schema.getAsJsonObject("items"), item, place + "[" + i++ + "]", faults);
            }
        }
    }

    private JsonObject definition(String reference) {
        String name = reference.substring("#/$defs/".length());
        return root.getAsJsonObject("$defs").getAsJsonObject(name);
    }

    private void object(JsonObject schema, JsonObject value, String place, List<String> faults) {
        JsonObject properties = schema.getAsJsonObject("properties");
        if (schema.has("required")) {
            strings(schema.get("required")).stream()
                    .filter(name -> !value.has(name))
                    .forEach(name -> faults.add(place + ": " + name + " is missing"));
        }
        for (Map.Entry<String, JsonElement> field : value.entrySet()) {
            if (properties.has(field.getKey())) {
                JsonObject its = properties.getAsJsonObject(field.getKey());
                check(its, field.getValue(), place + "." + field.getKey(), faults);
            } else {
                faults.add(place + ": " + field.getKey() + " is not in the schema");
            }
        }
    }

    private static List<String> strings(JsonElement one) {
        JsonArray all = new JsonArray();
        if (one.isJsonArray()) {
            all = one.getAsJsonArray();
        } else {
            all.add(one);
        }
        return StreamSupport.stream(all.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    private static boolean is(JsonElement value, String type) {
        boolean primitive = value.isJsonPrimitive();
        JsonPrimitive it = primitive ? value.getAsJsonPrimitive() : new JsonPrimitive("");
        return switch (type) {
            case "object" -> value.isJsonObject();
            case "array" -> value.isJsonArray();
            case "string" -> primitive && it.isString();
            case "boolean" -> primitive && it.isBoolean();
            case "number" -> primitive && it.isNumber();
            case "integer" -> primitive && it.isNumber() && it.getAsString().matches("-?[0-9]+");
            default -> false;
        };
    }
}
