package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLException;

/** One connection that goes through its script. Run by one thread; read by others. */
final class Conversation {
    private final Wire wire;
    private final ConnectionScript script;
    private final ScriptProgress progress;
    private final Map<String, String> values = new HashMap<>();

    Conversation(Wire wire, ConnectionScript script, ScriptProgress progress) {
        this.wire = wire;
        this.script = script;
        this.progress = progress;
    }

    Wire wire() {
        return wire;
    }

    /** Goes through all steps, then listens for what should not come. */
    void run() throws InterruptedException {
        try {
            for (Step step : script.steps()) {
                step.action().run(this);
                progress.passed();
            }
            progress.finished();
            refuseMore();
        } catch (ScriptMismatch e) {
            progress.failed(e.getMessage());
        } catch (IOException e) {
            progress.failed("the connection broke: " + e);
        } catch (RuntimeException e) {
            progress.failed("the script is wrong: " + e);
        }
    }

    private void refuseMore() throws IOException {
        String line = lineUntilClosed();
        while (!line.isEmpty()) {
            if (!answered(line)) {
                throw new ScriptMismatch("C: " + strip(line) + " (after the end of the script)");
            }
            line = lineUntilClosed();
        }
        progress.closed();
    }

    /** The next line; empty when the client has closed, in good order or not. */
    String lineUntilClosed() throws IOException {
        try {
            return nextLine();
        } catch (SocketException | SSLException e) {
            ended(e);
            return "";
        }
    }

    void send(String text) throws IOException {
        sendBytes(LinePattern.fill(text, values).getBytes(UTF_8));
    }

    void sendBytes(byte[] bytes) throws IOException {
        try {
            wire.write(bytes);
        } catch (IOException e) {
            throw new ScriptMismatch("the client was gone: " + e.getMessage());
        }
    }

    void expect(LinePattern expected) throws IOException {
        Optional<Map<String, String>> match = Optional.empty();
        while (match.isEmpty()) {
            String line = strip(nextLineOrMismatch());
            match = expected.match(line);
            if (match.isEmpty() && !answered(line)) {
                throw new ScriptMismatch("C: " + line);
            }
        }
        values.putAll(match.get());
    }

    void expectBytes(String count) throws IOException {
        int number = Integer.parseInt(LinePattern.fill(count, values));
        try {
            wire.read(number);
        } catch (EOFException e) {
            throw new ScriptMismatch(e.getMessage());
        }
    }

    void expectClose() throws IOException {
        String line = lineUntilClosed();
        if (!line.isEmpty()) {
            throw new ScriptMismatch("C: " + strip(line));
        }
    }

    void hang() throws IOException {
        String line = lineUntilClosed();
        while (!line.isEmpty()) {
            line = lineUntilClosed();
        }
    }

    void sendForever(byte[] line) {
        try {
            while (true) {
                wire.write(line);
            }
        } catch (IOException e) {
            ended(e);
        }
    }

    /** Keeps for the trace how the client ended the connection. */
    void ended(IOException e) {
        progress.came("(ended: " + e.getMessage() + ")");
    }

    private boolean answered(String line) throws IOException {
        for (Rule rule : script.rules()) {
            Optional<String> answer = rule.answerTo(strip(line));
            if (answer.isPresent()) {
                sendBytes(answer.get().getBytes(UTF_8));
                return true;
            }
        }
        return false;
    }

    private String nextLineOrMismatch() throws IOException {
        String line = nextLine();
        if (line.isEmpty()) {
            throw new ScriptMismatch("the client closed the connection");
        }
        return line;
    }

    private String nextLine() throws IOException {
        String line = new String(wire.readLine(), UTF_8);
        if (!line.isEmpty()) {
            progress.came(strip(line));
        }
        return line;
    }

    static String strip(String line) {
        return line.endsWith("\r\n")
                ? line.substring(0, line.length() - 2)
                : line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
