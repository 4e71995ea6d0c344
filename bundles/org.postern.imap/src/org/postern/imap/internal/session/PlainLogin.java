package org.postern.imap.internal.session;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.imap.internal.command.LoginCommand;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.net.Login;
import org.postern.net.sasl.LoginWords;
import org.postern.net.sasl.Redaction;
import org.postern.transport.OpenRequest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The LOGIN command (RFC 9051 §6.2.3), for servers that have no mechanism at all. */
record PlainLogin(OpenRequest request, Dialogue dialogue) {

    Login logIn() throws MailException {
        byte[] user = LoginWords.user(request.user());
        try (Secret secret = request.credentials().secret()) {
            byte[] password = LoginWords.password(secret);
            try {
                List<byte[]> forms = List.of(password, Redaction.escaped(password));
                dialogue.failures().redact(text -> Redaction.without(text, forms));
                judge(run(user, password));
                return new Login("LOGIN", true, false);
            } finally {
                Arrays.fill(password, (byte) 0);
                dialogue.failures().redact(UnaryOperator.identity());
            }
        }
    }

    private Completion run(byte[] user, byte[] password) throws MailException {
        try {
            return dialogue.run(LoginCommand.as(user, password), Listener.NOBODY);
        } catch (IOException whileTheRedactionHolds) {
            throw dialogue.failed(whileTheRedactionHolds);
        }
    }

    private void judge(Completion completion) throws MailException {
        if (completion.ok()) {
            return;
        }
        String said = dialogue.failures().said(completion.text());
        throw new MailException(
                completion.says("PRIVACYREQUIRED")
                        ? new Failure.LoginDisabled(dialogue.peer(), said)
                        : new Failure.LoginRejected(
                                dialogue.peer(), said, completion.code().map(ResponseCode::name)));
    }
}
