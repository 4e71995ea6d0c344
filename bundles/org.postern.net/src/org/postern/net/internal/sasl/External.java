package org.postern.net.internal.sasl;

import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.net.Login;

import java.util.Optional;

/**
 * EXTERNAL (RFC 4422 appendix A): the certificate of the handshake says who the user is. No
 * authorisation identity is sent, so that the server takes it from the certificate.
 */
public final class External extends Spoken {

    private boolean asked;

    public External(Endpoint peer) {
        super("EXTERNAL", peer);
    }

    @Override
    public Optional<byte[]> first() {
        return Optional.of(new byte[0]);
    }

    /** A server that does not take the initial response asks once. */
    @Override
    public byte[] answer(byte[] challenge) throws MailException {
        if (asked) {
            throw unasked();
        }
        asked = true;
        return new byte[0];
    }

    /** A signature in the handshake is bound to it. */
    @Override
    public Login accepted() {
        return new Login(name(), false, true);
    }
}
