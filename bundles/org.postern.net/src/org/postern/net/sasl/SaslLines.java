package org.postern.net.sasl;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.util.Base64;

/** SASL messages as lines of IMAP, POP3 and SMTP carry them (RFC 4648 §4). */
public final class SaslLines {

    private static final int LONGEST = 16 * 1024;

    private SaslLines() {}

    /** An answer; the caller wipes it. */
    public static byte[] answer(byte[] message) {
        return Base64.getEncoder().encode(message);
    }

    /** An initial response behind a command, where {@code =} stands for nothing (RFC 4959 §3). */
    public static byte[] initial(byte[] message) {
        return message.length == 0 ? new byte[] {'='} : answer(message);
    }

    /**
     * A challenge. Blanks around it do not matter.
     *
     * @throws MailException with {@link Failure.ProtocolError} when it is not base64, with {@link
     *     Failure.LimitExceeded} when it is absurdly long
     */
    public static byte[] challenge(String line, Endpoint peer) throws MailException {
        if (line.length() > LONGEST) {
            throw new MailException(new Failure.LimitExceeded(peer, LONGEST + " bytes to answer"));
        }
        try {
            return Base64.getDecoder().decode(line.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new MailException(
                    new Failure.ProtocolError(peer, "a challenge not in base64", ""));
        }
    }
}
