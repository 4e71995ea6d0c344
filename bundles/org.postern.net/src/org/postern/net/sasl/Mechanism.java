package org.postern.net.sasl;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.net.Login;

import java.util.Optional;

/**
 * The client's side of one exchange (RFC 4422 §3). Messages are raw; a protocol carries them in
 * base64, see {@link SaslTalk}. Used once, by one thread. {@link #close()} wipes the secret.
 *
 * <p>The order of calls: {@link #first()}, then {@link #answer} for each challenge, then {@link
 * #accepted()} when the server says yes or {@link #refused} when it says no.
 */
public interface Mechanism extends AutoCloseable {

    /** Its registered name: {@code SCRAM-SHA-256-PLUS}. */
    String name();

    /**
     * The initial response, which may hold the secret; empty when the server speaks first. The
     * caller may wipe it.
     */
    Optional<byte[]> first();

    /**
     * The answer to a challenge; it may hold the secret. The caller may wipe it.
     *
     * @throws MailException with {@link Failure.ServerNotProven} when the server is not who it
     *     claims to be or asks what no sound server asks, {@link Failure.ProtocolError} when there
     *     is nothing more to answer: the connection is to be closed
     */
    byte[] answer(byte[] challenge) throws MailException;

    /**
     * The server says that the user is logged in.
     *
     * @throws MailException with {@link Failure.ServerNotProven} when it should have proven
     *     something and has not: the connection is to be closed
     */
    Login accepted() throws MailException;

    /**
     * The server says no.
     *
     * @param said its text for people
     * @param code its response code, if it gave one
     * @return what that means, with all that was said in the exchange and no secret
     */
    Failure refused(String said, Optional<String> code);

    /**
     * Whether a server that said no may have meant the channel binding and not the user: it gives
     * no reason, or says that it does not know the type or could not follow. A binding that does
     * not match is another matter: somebody may be in between.
     *
     * @param said its text for people
     * @param code its response code, if it gave one
     */
    default boolean bindingRefused(String said, Optional<String> code) {
        return false;
    }

    /** Text of the server without the secret, for some echo a command. */
    String redacted(String text);

    /** Wipes what is secret. */
    @Override
    void close();
}
