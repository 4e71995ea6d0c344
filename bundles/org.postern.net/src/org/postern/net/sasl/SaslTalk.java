package org.postern.net.sasl;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A mechanism's messages in base64, as lines of IMAP, POP3 and SMTP carry them. Used once, by one
 * thread.
 */
public final class SaslTalk {

    private static final int LONGEST = 16 * 1024;

    private final Mechanism mechanism;
    private final Endpoint peer;
    private Optional<byte[]> waiting = Optional.empty();

    /**
     * @param mechanism stays the caller's
     */
    public SaslTalk(Mechanism mechanism, Endpoint peer) {
        this.mechanism = mechanism;
        this.peer = peer;
    }

    /**
     * The initial response behind the command that begins the exchange; {@code =} stands for
     * nothing (RFC 4959 §3, RFC 5034 §4). What does not go with the command goes out as the answer
     * to the first challenge.
     *
     * @param longest bytes that the server takes there; 0 where it takes none
     * @return the caller wipes it
     */
    public Optional<byte[]> initial(int longest) {
        Optional<byte[]> line = mechanism.first().map(SaslTalk::encoded);
        Optional<byte[]> shown = line.map(text -> text.length == 0 ? new byte[] {'='} : text);
        boolean fits = shown.filter(text -> text.length <= longest).isPresent();
        waiting = fits ? Optional.empty() : line;
        return fits ? shown : Optional.empty();
    }

    /**
     * The answer to a challenge, without line end; the caller wipes it.
     *
     * @param challenge the server's line without what marks it as one
     * @throws MailException as {@link Mechanism#answer}, and when it is no base64 or absurdly long
     */
    public byte[] answer(String challenge) throws MailException {
        byte[] question = decoded(challenge);
        if (waiting.isPresent()) {
            byte[] line = waiting.get();
            waiting = Optional.empty();
            return line;
        }
        return encoded(mechanism.answer(question));
    }

    private static byte[] encoded(byte[] message) {
        byte[] line = Base64.getEncoder().encode(message);
        Arrays.fill(message, (byte) 0);
        return line;
    }

    private byte[] decoded(String line) throws MailException {
        if (line.length() > LONGEST) {
            throw new MailException(
                    new Failure.LimitExceeded(peer, LONGEST + " bytes in a challenge"));
        }
        try {
            return Base64.getDecoder().decode(line.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new MailException(
                    new Failure.ProtocolError(peer, "a challenge that is not base64", ""));
        }
    }
}
