package org.postern.net.internal.sasl;

import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.net.Login;

import java.util.Optional;

/**
 * PLAIN (RFC 4616). User and password go out as they were typed: §2 leaves the preparation to the
 * server, and most servers compare bytes.
 */
public final class Plain extends Spoken {

    private final byte[] message;

    /**
     * @param password wiped with this mechanism
     */
    public Plain(Endpoint peer, byte[] user, byte[] password) {
        super("PLAIN", peer);
        hidden(password);
        message = hidden(joined(new byte[1], user, new byte[1], password));
    }

    @Override
    public Optional<byte[]> first() {
        return Optional.of(message.clone());
    }

    @Override
    public byte[] answer(byte[] challenge) throws MailException {
        throw unasked();
    }

    @Override
    public Login accepted() {
        return new Login(name(), true, false);
    }
}
