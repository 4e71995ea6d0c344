package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link ScriptedServer} will do, written down in the order of a session trace. Not safe for
 * several threads; {@link #start()} ends the writing.
 *
 * <p>Placeholders: in an expected line {@code {tag}} stands for one word and {@code {rest...}} for
 * any text; the same name in a later {@code send} gives back what came last. Other braces mean
 * themselves, so {@code {12}} is a literal's size and {@code {{size}}} expects one.
 */
public final class Script {
    private final List<ConnectionScript> connections = new ArrayList<>();
    private final Gates gates = new Gates();
    private ConnectionScript current;
    private boolean repeating;

    Script() {
        nextConnection();
    }

    /** The server sends these lines, each with CRLF, in one write. */
    public Script send(String... lines) {
        String text = String.join("\r\n", lines) + "\r\n";
        return add("S: " + String.join("\n    S: ", lines), c -> c.send(text));
    }

    /** The server sends these bytes and nothing else; placeholders are not filled. */
    public Script sendBytes(byte[] bytes) {
        byte[] copy = bytes.clone();
        return add("S: " + bytes.length + " bytes", c -> c.sendBytes(copy));
    }

    /** The server sends this text as UTF-8 without a line end; placeholders are not filled. */
    public Script sendRaw(String text) {
        return add("S: " + text.strip(), c -> c.sendBytes(text.getBytes(UTF_8)));
    }

    /** The server sends this line again and again until the client closes. Ends a connection. */
    public Script sendForever(String line) {
        byte[] bytes = (line + "\r\n").getBytes(UTF_8);
        return add("S: " + line + " (for ever)", c -> c.sendForever(bytes));
    }

    /** The client must send this line (CRLF or LF). */
    public Script expect(String line) {
        LinePattern pattern = new LinePattern(line);
        return add("C: " + line, c -> c.expect(pattern));
    }

    /** The client must send so many bytes; a placeholder may say how many. */
    public Script expectBytes(String count) {
        return add("C: " + count + " bytes", c -> c.expectBytes(count));
    }

    /** The client must close the connection and send nothing more. */
    public Script expectClose() {
        return add("C closes", Conversation::expectClose);
    }

    /** Wherever this connection waits for a line: when this one comes, send that and wait on. */
    public Script whenever(String line, String... answer) {
        String text = String.join("\r\n", answer) + "\r\n";
        current.add(new Rule(new LinePattern(line), text));
        return this;
    }

    /** The server takes part in a TLS handshake with the sound identity of {@link TestCa}. */
    public Script startTls() {
        return startTls(TestCa.shared().sound());
    }

    /** The handshake, with that identity and, if any are named, only those protocol versions. */
    public Script startTls(ServerIdentity identity, String... protocols) {
        return add("TLS handshake " + identity, TlsSteps.handshake(identity, protocols));
    }

    /** The handshake, in which the client must refuse that identity. Ends a connection. */
    public Script startTlsAndBeRefused(ServerIdentity identity, String... protocols) {
        return add("TLS refused " + identity, TlsSteps.refusal(identity, protocols));
    }

    /**
     * Waits for a TLS ClientHello and answers as a server does that knows only TLS 1.0: with a
     * fatal {@code protocol_version} alert (RFC 8446, 6.2). Ends a connection.
     */
    public Script refuseTlsVersion() {
        return add("TLS protocol_version alert", TlsSteps.versionAlert());
    }

    /**
     * The server waits here until the test calls {@link ScriptedServer#resume} with that name; it
     * neither reads nor writes meanwhile.
     */
    public Script pause(String name) {
        return add("pause " + name, c -> gates.gate(name).pass());
    }

    /** The server reads and says nothing until the client closes. Ends a connection. */
    public Script hang() {
        return add("S hangs", Conversation::hang);
    }

    /** The server closes the connection in good order. Ends a connection. */
    public Script hangUp() {
        return add("S closes", c -> c.wire().close());
    }

    /** The server resets the connection. Ends a connection. */
    public Script reset() {
        return add("S resets", c -> c.wire().reset());
    }

    /** What follows is for the next connection that the server accepts. */
    public Script nextConnection() {
        current = new ConnectionScript();
        connections.add(current);
        return this;
    }

    /** The last connection's script serves all further connections too. */
    public Script forEveryConnection() {
        repeating = true;
        return this;
    }

    /** Opens a free port on 127.0.0.1 and begins to accept. The caller closes the server. */
    public ScriptedServer start() throws IOException {
        return new ScriptedServer(connections, repeating, gates);
    }

    private Script add(String text, Step.Action action) {
        current.add(text, action);
        return this;
    }
}
