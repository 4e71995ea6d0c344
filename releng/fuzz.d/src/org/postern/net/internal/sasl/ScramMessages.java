package org.postern.net.internal.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.net.sasl.SaslTalk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a server says in a SCRAM exchange. The first byte chooses: its first message alone, its last
 * message behind a sound first one, an exchange in base64, a password to prepare.
 */
public final class ScramMessages {

    private static final Endpoint PEER = new Endpoint("localhost", new Port(1));
    private static final String SOUND = "r=abcdef,s=QSXCR+Q6sek8bf92,i=4096";

    private ScramMessages() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] said = Arrays.copyOfRange(input, 1, input.length);
        try {
            switch (input[0] & 3) {
                case 0 -> ServerFirst.parse(said, "abc");
                case 1 -> last(said);
                case 2 -> talk(new String(said, StandardCharsets.ISO_8859_1));
                default -> SaslPrep.prepared(said, "password");
            }
        } catch (Unsound | MailException theOnlyWaysOut) {
            theOnlyWaysOut.getMessage();
        }
    }

    private static void last(byte[] said) throws MailException {
        Scram scram = begun();
        scram.first();
        scram.answer(SOUND.getBytes(UTF_8));
        scram.answer(said);
        try {
            scram.accepted();
            throw new AssertionError("a proof was guessed");
        } catch (MailException notProven) {
            if (!(notProven.failure() instanceof Failure.ServerNotProven)) {
                throw new AssertionError(notProven);
            }
        }
    }

    private static void talk(String line) throws MailException {
        SaslTalk talk = new SaslTalk(begun(), PEER);
        talk.initial(1_000);
        talk.answer(line);
    }

    private static Scram begun() throws MailException {
        byte[] user = "joe".getBytes(UTF_8);
        byte[] password = "secret".getBytes(UTF_8);
        return Scram.of(PEER, ScramHash.SHA_256, Gs2.UNABLE, user, password, "abc");
    }
}
