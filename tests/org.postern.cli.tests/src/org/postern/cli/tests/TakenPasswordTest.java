package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.cli.internal.check.TakenPassword;
import org.postern.core.Secret;

import java.util.Optional;

/**
 * A password never becomes a string of the parser. Cases go by their numbers, because reports hold
 * the names of tests and no password may be in a report.
 */
class TakenPasswordTest {

    private static final String FIELD = "password";

    @ParameterizedTest(name = "case {index}")
    @ValueSource(
            strings = {
                "{\"password\":\"öffne dich\"}",
                "{ \"url\" : \"imaps://a\", \"password\" :\t\"öffne dich\" , \"user\":\"b\"}",
                "{\"password\":\"\\u00f6ffne\\u0020dich\",\"id\":7}",
                "{\"password\":\"\"}",
                "{\"password\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E4\"}",
                "{\"user\":\"password\",\"password\":\"öffne dich\"}",
                "{\"user\":\"\\\"password\\\":\\\"no\",\"password\":\"öffne dich\"}",
                "{\"id\":\"}\",\"a\":{\"password\":\"no\"},\"password\":\"öffne dich\"}",
                "{\"id\":[\"password\",\"no\"],\"password\":\"öffne dich\"}"
            })
    void isReadAsTheParserWouldAndGoneBeforeItDoes(String text) {
        JsonObject expected = JsonParser.parseString(text).getAsJsonObject();
        char[] line = text.toCharArray();
        Secret taken = TakenPassword.from(line).orElseThrow();
        assertEquals(expected.get(FIELD).getAsString(), new String(taken.characters()));
        JsonObject left = JsonParser.parseString(new String(line)).getAsJsonObject();
        assertFalse(new String(line).contains("ffne"), "it is still there");
        expected.add(FIELD, left.get(FIELD));
        assertEquals(expected, left);
    }

    /** Then the parser says what is wrong with it, or reads it as it reads the rest. */
    @ParameterizedTest(name = "case {index}")
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"password\":7}",
                "{\"password\":null}",
                "{\"password\":[\"a\"]}",
                "{\"password\"",
                "{\"password\":",
                "{\"password\":\"",
                "{\"password\":\"a",
                "{\"password\":\"a\\",
                "{\"password\":\"a\\q\"}",
                "{\"password\":\"a\\u12\"}",
                "{\"password\":\"a\\u00g0\"}",
                "{\"password\":\"a\tb\"}",
                "{\"pass\\u0077ord\":\"a\"}",
                "{\"a\":{\"password\":\"b\"}}",
                "{\"user\":\"password\"}",
                "{\"passwords\":\"a\"}",
                "\"password\":\"a\"",
                "{\"user\":\"a\\"
            })
    void whatIsNoSoundFieldIsLeftAsItIs(String text) {
        char[] line = text.toCharArray();
        assertEquals(Optional.empty(), TakenPassword.from(line));
        assertEquals(text, new String(line));
    }
}
