package org.postern.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A server on a free loopback port that does what a script says and nothing else. It keeps all
 * bytes that it received, apart for clear text and TLS.
 *
 * <pre>{@code
 * try (ScriptedServer server =
 *         ScriptedServer.plain()
 *                 .send("* OK ready")
 *                 .expect("{tag} STARTTLS")
 *                 .send("{tag} OK begin")
 *                 .startTls()
 *                 .expect("{tag} LOGIN joe secret")
 *                 .send("{tag} OK welcome")
 *                 .start()) {
 *     connectTo("localhost", server.port());
 *     server.assertDone();
 *     server.clear().assertNever("secret");
 * }
 * }</pre>
 *
 * <p>When the client leaves the script, the server closes that connection, so that nobody waits for
 * ever; {@link #assertDone()} then tells what was expected and what came. Safe for any thread.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScriptListener listener;
    private final Gates gates;

    ScriptedServer(List<ConnectionScript> scripts, boolean repeating, Gates gates)
            throws IOException {
        this.gates = gates;
        listener = new ScriptListener(scripts, repeating);
    }

    /** A script that begins in clear. */
    public static Script plain() {
        return new Script();
    }

    /** A script that begins with a TLS handshake and a sound certificate. */
    public static Script tls() {
        return plain().startTls();
    }

    /** A script that begins with a TLS handshake under that identity. */
    public static Script tls(ServerIdentity identity, String... protocols) {
        return plain().startTls(identity, protocols);
    }

    /** A script that consists of a TLS handshake in which the client must refuse. */
    public static Script tlsRefused(ServerIdentity identity, String... protocols) {
        return plain().startTlsAndBeRefused(identity, protocols);
    }

    /** Always {@code "localhost"}; the server listens on 127.0.0.1. */
    public String host() {
        return "localhost";
    }

    /** The port that this server listens on. */
    public int port() {
        return listener.port();
    }

    /** What the scripts read in clear, over all connections. */
    public Recording clear() {
        return listener.clear();
    }

    /** What the scripts read through TLS, decrypted, over all connections. */
    public Recording secured() {
        return listener.secured();
    }

    /** Every byte that came over the network, encrypted or not, read by a script or not. */
    public Recording wire() {
        return listener.wire();
    }

    /** The lines that clients sent so far, without line ends, connection by connection. */
    public List<String> lines() {
        return listener.progress().stream().flatMap(p -> p.lines().stream()).toList();
    }

    /** How many connections were accepted so far, those that no script expected included. */
    public int connections() {
        return listener.accepted();
    }

    /** Lets the script go on at that pause, also when it has not come there yet. */
    public void resume(String pause) {
        gates.gate(pause).open();
    }

    /** Waits until the script has come to that pause. */
    public void awaitPause(String pause) throws InterruptedException {
        Eventually.await(gates.gate(pause).reached(), PATIENCE, "the server pauses at " + pause);
    }

    /** What clients did against their scripts so far, each with script and trace. */
    public List<String> failures() {
        return listener.failures();
    }

    /**
     * Waits until every scripted connection has come to the end of its script, at most ten seconds.
     *
     * @throws AssertionError when one has not, or when a client did something else; the message
     *     shows the script ({@code -} marks the step in question, {@code .} those never reached)
     *     and what came instead ({@code +})
     */
    public void assertDone() throws InterruptedException {
        assertDone(PATIENCE);
    }

    /** The same with a limit of one's own for each connection. */
    public void assertDone(Duration limit) throws InterruptedException {
        listener.assertAll(ScriptProgress::awaitFinished, limit);
    }

    /** Like {@link #assertDone()}, and the clients have closed without sending anything more. */
    public void assertClosed() throws InterruptedException {
        listener.assertAll(ScriptProgress::awaitClosed, PATIENCE);
    }

    /** Closes the port and all connections and waits for the server's threads to end. */
    @Override
    public void close() throws IOException {
        gates.openAll();
        listener.close();
    }
}
