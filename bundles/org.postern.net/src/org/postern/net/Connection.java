package org.postern.net;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An open connection as the request promised it. Used by one thread at a time, but {@link #close()}
 * may come from any and ends a read that waits.
 */
public interface Connection extends AutoCloseable {

    /** Where it goes to. */
    Endpoint peer();

    /** What protects it, as it really is; the login is in it once it was accepted. */
    Posture posture();

    /**
     * The server's greeting without line end. Empty after STARTTLS: what came in clear was thrown
     * away, and the protocol has no second greeting.
     */
    Optional<String> greeting();

    /**
     * The bytes after the greeting. Not buffered. A read that waits longer than the time-out throws
     * {@link java.net.SocketTimeoutException}, and so does a line that has begun and grows by less
     * than 1 KiB in {@link Timeouts#read()}. A {@link ConnectionException} carries the failure that
     * the connection itself found out.
     */
    InputStream in();

    /** Not buffered. Throws as {@link #in()} does. */
    OutputStream out();

    /**
     * Where secrets are written: the same stream as {@link #out()}, but neither log nor trace hears
     * more than how many bytes they were.
     */
    default OutputStream hidden() {
        return out();
    }

    /** The provider tells what the server offers, as it heard it over this connection. */
    default void offered(List<String> capabilities) {}

    /**
     * The provider tells what the server wants shown to a person (an ALERT of RFC 9051 §7.1). On a
     * connection in clear it goes no further: anybody on the way may have written it.
     */
    default void told(String text) {}

    /**
     * The provider tells that the login was accepted. From here on the limits for sessions hold.
     * Before, bytes and time are limited as a whole ({@link Timeouts#login()} and 256 KiB, what TLS
     * costs included): a provider that forgets this call is cut off by a {@link
     * ConnectionException} that names the limit. A protocol without a login calls it at once.
     */
    default void loggedIn(Login login) {}

    /**
     * The provider tells that it begins a command, for who measures (an event of Java Flight
     * Recorder). Several may run at the same time.
     *
     * @param verb the command's name and nothing of its arguments: {@code FETCH}
     * @return closed when the command has ended
     */
    default Command command(String verb) {
        return Command.UNSEEN;
    }

    /**
     * From here on both directions are compressed with DEFLATE (RFC 4978, RFC 1951), below log and
     * trace. What is written is sent when it is flushed. Only for a provider that has logged in and
     * agreed on it with the server; a second call is an error.
     *
     * @param read what was read already and belongs to the compressed part
     * @return whether it can; false leaves everything as it was
     */
    default boolean compress(byte[] read) {
        return false;
    }

    /**
     * What ties a proof to this very connection.
     *
     * @param type {@code tls-exporter} (RFC 9266) or {@code tls-server-end-point} (RFC 5929 §4)
     * @return empty without TLS, and where the runtime or the certificate has none
     */
    default Optional<byte[]> channelBinding(String type) {
        return Optional.empty();
    }

    /**
     * Since when the account's logins at this server have been tied to the connection; empty when
     * none was. From then on a password goes out in no other way, see {@link
     * org.postern.net.sasl.MechanismChoice}.
     */
    default Optional<Instant> boundSince() {
        return Optional.empty();
    }

    /** Whether a certificate of ours was shown in the handshake. */
    default boolean certified() {
        return false;
    }

    /** Changes how long a read waits; {@link Timeouts#read()} at first. */
    void readTimeout(Duration limit) throws IOException;

    /**
     * Closes the connection when the monitor is cancelled, until the returned guard is closed. A
     * read or write that this interrupts throws an {@link IOException}; the caller then asks the
     * monitor why.
     */
    Guard guard(IProgressMonitor monitor);

    /** Sends close_notify where there is TLS, without waiting for an answer. Never throws. */
    @Override
    void close();

    /** A command that runs. */
    interface Command extends AutoCloseable {

        /** Nobody measures. */
        Command UNSEEN =
                new Command() {
                    @Override
                    public void outcome(String outcome) {
                        // nobody listens
                    }

                    @Override
                    public void close() {
                        // nothing was begun
                    }
                };

        /** How it ended, in the protocol's word: {@code OK}. Never told means that it broke off. */
        void outcome(String outcome);

        @Override
        void close();
    }

    /** Ends a {@link #guard}. */
    interface Guard extends AutoCloseable {
        @Override
        void close();
    }
}
