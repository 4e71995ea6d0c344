package org.postern.pop3.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.Login;
import org.postern.net.sasl.LoginWords;
import org.postern.net.sasl.Redaction;
import org.postern.transport.OpenRequest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** USER and PASS (RFC 1939 §7). */
record UserPass(PopWire wire, OpenRequest request) {

    Login login() throws WireException, MailException {
        byte[] user = LoginWords.user(request.user());
        try (Secret secret = request.credentials().secret()) {
            login(user, LoginWords.password(secret));
        }
        return new Login("USER", true, false);
    }

    private void login(byte[] user, byte[] password) throws WireException, MailException {
        List<byte[]> forms = List.of(password);
        wire.redact(text -> Redaction.without(text, forms));
        try {
            accept(wire.ask("USER " + new String(user, StandardCharsets.UTF_8)));
            wire.begin("PASS ");
            wire.secretLine(password);
            accept(wire.reply());
        } finally {
            Arrays.fill(password, (byte) 0);
            wire.redact(UnaryOperator.identity());
        }
    }

    /** The code tells a wrong password from a maildrop in use (RFC 2449 §8.1, RFC 3206). */
    private void accept(PopReply reply) throws MailException {
        if (!reply.ok()) {
            throw new MailException(
                    new Failure.LoginRejected(wire.peer(), wire.said(reply.text()), reply.code()));
        }
    }
}
