package org.postern.net.internal.sasl;

import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.net.Login;

import java.util.Optional;

/**
 * LOGIN (draft-murchison-sasl-login): two questions in an order that never changes, whatever they
 * are worded like.
 */
public final class UserThenPassword extends Spoken {

    private final byte[] user;
    private final byte[] password;
    private int asked;

    /**
     * @param password wiped with this mechanism
     */
    public UserThenPassword(Endpoint peer, byte[] user, byte[] password) {
        super("LOGIN", peer);
        this.user = user;
        this.password = hidden(password);
    }

    @Override
    public Optional<byte[]> first() {
        return Optional.empty();
    }

    @Override
    public byte[] answer(byte[] challenge) throws MailException {
        return switch (asked++) {
            case 0 -> user.clone();
            case 1 -> password.clone();
            default -> throw unasked();
        };
    }

    @Override
    public Login accepted() {
        return new Login(name(), asked > 1, false);
    }
}
