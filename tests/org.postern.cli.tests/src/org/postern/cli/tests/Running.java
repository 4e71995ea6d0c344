package org.postern.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command while it runs, and its lines of JSON as they come. */
final class Running {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What {@link #end} gives for a command that was cancelled. */
    static final int CANCELLED = -1;

    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Running(Command command, String... words) {
        Console console =
                new Console(
                        new ByteArrayInputStream(new byte[0]),
                        new Lines(),
                        new ByteArrayOutputStream(),
                        UTF_8);
        Thread.ofPlatform()
                .daemon()
                .name("a command")
                .start(() -> run(command, Arguments.of(List.of(words)), console));
    }

    private void run(Command command, Arguments arguments, Console console) {
        try {
            exit.complete(command.run(arguments, console, monitor));
        } catch (OperationCanceledException e) {
            exit.complete(CANCELLED);
        } catch (Exception | Error e) {
            exit.completeExceptionally(e);
        }
    }

    /** Waits for such a line; those before it are dropped. */
    JsonObject await(Predicate<JsonObject> wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            String line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null) {
                JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                if (wanted.test(json)) {
                    return json;
                }
            }
        }
        throw new AssertionError("no such line came");
    }

    boolean isRunning() {
        return !exit.isDone();
    }

    /** As Ctrl+C does; waits until it has ended. */
    int end() throws Exception {
        monitor.setCanceled(true);
        return exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                lines.add(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
