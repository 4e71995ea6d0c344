package org.postern.pop3.internal;

import org.postern.core.MailException;
import org.postern.net.Login;
import org.postern.net.sasl.Mechanism;
import org.postern.net.sasl.SaslTalk;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The AUTH command (RFC 5034). */
record SaslLogin(PopWire wire) {

    /** RFC 5034 §4: a longer command must wait for the server's go-ahead. */
    private static final int LONGEST_COMMAND = 255;

    /**
     * @param begun closed here
     * @param another whether something else is tried when the server refuses the binding
     * @return empty then
     */
    Optional<Login> by(Mechanism begun, boolean another) throws WireException, MailException {
        try (Mechanism mechanism = begun) {
            wire.redact(mechanism::redacted);
            PopReply reply = converse(mechanism);
            if (reply.ok()) {
                return Optional.of(mechanism.accepted());
            }
            if (another && mechanism.bindingRefused(reply.text(), reply.code())) {
                return Optional.empty();
            }
            throw new MailException(mechanism.refused(reply.text(), reply.code()));
        } finally {
            wire.redact(UnaryOperator.identity());
        }
    }

    private PopReply converse(Mechanism mechanism) throws WireException, MailException {
        SaslTalk talk = new SaslTalk(mechanism, wire.peer());
        String command = "AUTH " + mechanism.name();
        Optional<byte[]> initial =
                talk.initial(LONGEST_COMMAND - command.length() - " \r\n".length());
        wire.begin(command + (initial.isPresent() ? " " : ""));
        sendSecret(initial.orElse(new byte[0]));
        String line = wire.line();
        while (isQuestion(line)) {
            sendSecret(talk.answer(line.substring(1)));
            line = wire.line();
        }
        return wire.reply(line);
    }

    private void sendSecret(byte[] secret) throws WireException {
        wire.secretLine(secret);
        Arrays.fill(secret, (byte) 0);
    }

    private static boolean isQuestion(String line) {
        return line.equals("+") || line.startsWith("+ ");
    }
}
