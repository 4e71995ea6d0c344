package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.cli.Arguments;
import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.check.CheckCommand;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Lines in, lines out. */
class BatchTest {

    private static JoesServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new JoesServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Terminal batch(String lines, String... more) throws Exception {
        String[] words = new String[more.length + 1];
        words[0] = "--batch";
        System.arraycopy(more, 0, words, 1, more.length);
        Terminal seen = Terminal.check(lines, words);
        assertFalse((seen.out() + seen.err()).contains(JoesServer.PASSWORD));
        return seen;
    }

    private static List<String> ids(Terminal seen) {
        return seen.json().stream().map(answer -> answer.get("id").getAsString()).toList();
    }

    @Test
    void answersComeInOrderWhateverTakesLonger() throws Exception {
        String slow = "{\"id\":\"slow\",\"url\":\"imap://localhost:%d\",\"timeOut\":1}\n";
        Terminal seen =
                batch(
                        slow.formatted(server.dovecot().imapsPort())
                                + server.line("sound", server.imaps())
                                + server.line("pop", server.pops())
                                + "{\"id\":\"refused\",\"url\":\"imaps://localhost:1\"}");
        assertEquals(List.of("slow", "sound", "pop", "refused"), ids(seen));
        assertEquals(
                List.of("failed", "sound", "sound", "failed"),
                seen.json().stream().map(answer -> answer.get("result").getAsString()).toList());
        assertEquals(ExitCode.FAILED, seen.exit());
    }

    @Test
    void aLineThatMakesNoSenseIsAnsweredAndTheNextIsRead() throws Exception {
        String secret = JoesServer.PASSWORD;
        Terminal seen =
                batch(
                        "nonsense\n"
                                + "[1]\n"
                                + "{\"url\":\"imaps://x\",\"password\":\""
                                + secret
                                + "\"\n"
                                + "{\"id\":5,\"pasword\":\""
                                + secret
                                + "\",\"url\":\"imaps://x\"}\n"
                                + "\n"
                                + "{\"id\":true,\"user\":\"joe\",\"url\":\"imaps://x\"}\n"
                                + "{\"url\":\"imaps://joe:"
                                + secret
                                + "@localhost\"}\n"
                                + "{\"url\":\"imaps://localhost\",\"security\":\"maybe\"}\n"
                                + "{\"url\":\"imaps://localhost\",\"timeOut\":\"5\"}\n"
                                + "{} {}\n"
                                + "x".repeat(70_000)
                                + "\n"
                                + server.line("sound", server.imaps()));
        List<JsonObject> answers = seen.json();
        assertEquals(
                List.of(1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12),
                answers.stream().map(answer -> answer.get("line").getAsInt()).toList());
        answers.subList(0, 10)
                .forEach(
                        answer -> {
                            assertEquals("usage", answer.get("result").getAsString());
                            assertFalse(answer.get("error").getAsString().isBlank());
                        });
        assertEquals(5, answers.get(3).get("id").getAsInt());
        assertTrue(answers.get(3).get("error").getAsString().contains("pasword"));
        assertTrue(answers.get(4).get("id").getAsBoolean());
        assertEquals("sound", answers.getLast().get("result").getAsString());
        assertEquals(ExitCode.USAGE, seen.exit());
    }

    @Test
    void optionsHoldForRequestsThatDoNotSayOtherwise() throws Exception {
        String plain = "{\"id\":\"%s\",\"url\":\"%s\"%s}\n";
        Terminal seen =
                batch(
                        plain.formatted("a", server.imap(), "")
                                + plain.formatted("b", server.imap(), ",\"security\":\"none\""),
                        "--ca",
                        server.authority(),
                        "--security",
                        "starttls");
        assertEquals(
                List.of("starttls", "none"),
                seen.json().stream()
                        .map(answer -> answer.getAsJsonObject("posture"))
                        .map(posture -> posture.get("security").getAsString())
                        .toList(),
                seen.out());
    }

    @Test
    void nothingInIsNothingOut() throws Exception {
        assertEquals(new Terminal(ExitCode.SOUND, "", ""), batch(""));
    }

    /** Whoever drives it may wait for an answer before he asks again. */
    @Test
    @Timeout(60)
    void anAnswerDoesNotWaitForTheNextQuestion() throws Exception {
        PipedInputStream in = new PipedInputStream();
        PipedInputStream answers = new PipedInputStream(64 * 1024);
        try (PipedOutputStream questions = new PipedOutputStream(in);
                PipedOutputStream out = new PipedOutputStream(answers);
                BufferedReader reader = new BufferedReader(new InputStreamReader(answers, UTF_8))) {
            Console console = new Console(in, out, OutputStream.nullOutputStream(), UTF_8);
            CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> batch(console));
            for (String id : List.of("first", "second")) {
                questions.write(server.line(id, server.imaps()).getBytes(UTF_8));
                questions.flush();
                assertTrue(reader.readLine().contains(id));
            }
            questions.close();
            assertEquals(ExitCode.SOUND, run.join());
        }
    }

    private static int batch(Console console) {
        try {
            return new CheckCommand(Terminal.INSTALLED)
                    .run(Arguments.of(List.of("--batch")), console, new NullProgressMonitor());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long they take on a machine that does nothing else, releng/checks/cli measures. */
    @Test
    @Timeout(120)
    void aHundredAreAnsweredInOrder() throws Exception {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 100).forEach(i -> lines.append(server.line("n" + i, server.imaps())));
        Terminal seen = batch(lines.toString());
        assertEquals(ExitCode.SOUND, seen.exit(), seen.out());
        assertEquals(IntStream.range(0, 100).mapToObj(i -> "n" + i).toList(), ids(seen));
    }
}
