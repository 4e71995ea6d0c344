package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.testing.ScriptedServer;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is written is what the schemas document. */
class SchemaTest {

    private final JsonSchema answers = JsonSchema.named("check-answer.schema.json");
    private final JsonSchema requests = JsonSchema.named("check-request.schema.json");

    SchemaTest() throws IOException {}

    @Test
    void realAnswersAreAsDocumented() throws Exception {
        Set<String> results = new HashSet<>();
        try (JoesServer server = new JoesServer();
                ScriptedServer silent = ScriptedServer.plain().hang().start()) {
            String lines =
                    server.line("imaps", server.imaps())
                            + server.line("pops", server.pops())
                            + server.line("clear", server.imap())
                            + server.line("refused", "imaps://localhost:1")
                            + server.line(
                                    "plain", "imaps://localhost:" + server.dovecot().imapPort())
                            + "{\"url\":\"%s\"}\n".formatted(server.imaps())
                            + "{\"url\":\"imap://localhost:%d\",\"timeOut\":0.3}\n"
                                    .formatted(silent.port())
                            + "{\"url\":\"shelf:///x\"}\n"
                            + "nonsense\n";
            for (JsonObject answer : Terminal.check(lines, "--batch").json()) {
                assertEquals(List.of(), answers.faults(answer), answer::toString);
                results.add(answer.get("result").getAsString());
            }
        }
        assertEquals(Set.of("sound", "warning", "failed", "usage"), results);
    }

    /** A schema that everything satisfies would prove nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"result\":\"sound\",\"exit\":3}",
                "{\"result\":\"sound\",\"exit\":0,\"colour\":\"red\"}",
                "{\"result\":\"sound\",\"exit\":0,\"counts\":{}}",
                "{\"result\":\"sound\",\"exit\":0,\"subjects\":[1]}",
                "{\"result\":\"sound\",\"exit\":0,\"siblings\":[{\"transport\":\"x\"}]}",
                "{\"result\":\"sound\",\"exit\":0,\"diagnosis\":{\"cause\":\"x\"}}"
            })
    void otherAnswersAreNot(String answer) {
        assertFalse(answers.faults(JsonParser.parseString(answer)).isEmpty());
    }

    @Test
    void requestsAreAsDocumented() {
        String whole =
                "{\"id\":7,\"url\":\"imaps://h\",\"security\":\"tls\",\"ca\":\"f\",\"user\":\"u\","
                        + "\"password\":\"p\",\"timeOut\":1.5}";
        JsonElement request = JsonParser.parseString(whole);
        assertEquals(List.of(), requests.faults(request));
        request.getAsJsonObject().remove("url");
        assertFalse(requests.faults(request).isEmpty());
    }
}
