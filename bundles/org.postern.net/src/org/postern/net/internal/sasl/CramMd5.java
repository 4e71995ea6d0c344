package org.postern.net.internal.sasl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.net.Login;

import java.util.HexFormat;
import java.util.Optional;

/**
 * CRAM-MD5 (RFC 2195). Off by default: it rests on MD5, makes the server keep the password, and
 * proves nothing of the server.
 */
public final class CramMd5 extends Spoken {

    private final byte[] user;
    private final byte[] password;
    private boolean answered;

    /**
     * @param password wiped with this mechanism
     */
    public CramMd5(Endpoint peer, byte[] user, byte[] password) {
        super("CRAM-MD5", peer);
        this.user = user;
        this.password = hidden(password);
    }

    @Override
    public Optional<byte[]> first() {
        return Optional.empty();
    }

    @Override
    public byte[] answer(byte[] challenge) throws MailException {
        if (answered || challenge.length == 0) {
            throw unasked();
        }
        answered = true;
        String digest = HexFormat.of().formatHex(Digests.hmac("HmacMD5", password, challenge));
        return joined(user, (" " + digest).getBytes(US_ASCII));
    }

    @Override
    public Login accepted() {
        return new Login(name(), false, false);
    }
}
