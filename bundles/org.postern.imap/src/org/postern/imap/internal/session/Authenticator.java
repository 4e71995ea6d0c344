package org.postern.imap.internal.session;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.imap.internal.command.Authenticate;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.command.LoginCommand;
import org.postern.imap.internal.response.Capabilities;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.net.Login;
import org.postern.net.sasl.Redaction;
import org.postern.transport.OpenRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** Proves to the server who the user is, or says why that is not to be tried. */
final class Authenticator {

    private final OpenRequest request;
    private final Dialogue dialogue;
    private final Capabilities capabilities;

    Authenticator(OpenRequest request, Dialogue dialogue, Capabilities capabilities) {
        this.request = request;
        this.dialogue = dialogue;
        this.capabilities = capabilities;
    }

    Login logIn() throws IOException, MailException {
        requirePermission();
        requireOneLine(request.user(), "the user name");
        try (Secret secret = request.credentials().secret()) {
            byte[] password = secret.utf8();
            try {
                requireOneLine(password);
                logIn(password);
                return new Login(plain() ? "PLAIN" : "LOGIN", true, false);
            } finally {
                Arrays.fill(password, (byte) 0);
                dialogue.failures().redact(UnaryOperator.identity());
            }
        }
    }

    private boolean plain() {
        return capabilities.has("AUTH=PLAIN");
    }

    private void requirePermission() throws MailException {
        boolean inClear = !dialogue.posture().security().isProtected();
        if (capabilities.has("LOGINDISABLED") && (inClear || !plain())) {
            throw new MailException(new Failure.LoginDisabled(dialogue.peer(), "LOGINDISABLED"));
        }
    }

    private static void requireOneLine(String text, String what) throws MailException {
        if (text.isEmpty()) {
            throw new MailException(new Failure.BadSettings(what + " is missing"));
        }
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new MailException(new Failure.BadSettings(what + " has a line break in it"));
        }
    }

    private static void requireOneLine(byte[] password) throws MailException {
        for (byte b : password) {
            if (b == '\r' || b == '\n' || b == 0) {
                throw new MailException(
                        new Failure.BadSettings("the password has a line break in it"));
            }
        }
    }

    private void logIn(byte[] password) throws IOException, MailException {
        byte[] user = request.user().getBytes(StandardCharsets.UTF_8);
        byte[] message = message(user, password);
        byte[] base64 = Base64.getEncoder().encode(message);
        try {
            List<byte[]> forms = List.of(password, Redaction.escaped(password), base64);
            dialogue.failures().redact(text -> Redaction.without(text, forms));
            judge(dialogue.run(command(user, password, base64), Listener.NOBODY));
        } catch (IOException whileTheRedactionHolds) {
            throw dialogue.failed(whileTheRedactionHolds);
        } finally {
            Arrays.fill(message, (byte) 0);
            Arrays.fill(base64, (byte) 0);
        }
    }

    private Command command(byte[] user, byte[] password, byte[] base64) {
        return plain()
                ? Authenticate.plain(base64, capabilities.has("SASL-IR"))
                : LoginCommand.as(user, password);
    }

    /** An empty authorisation identity, the user, the password (RFC 4616 §2). */
    private static byte[] message(byte[] user, byte[] password) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(0);
        message.writeBytes(user);
        message.write(0);
        message.writeBytes(password);
        return message.toByteArray();
    }

    private void judge(Completion completion) throws MailException {
        if (completion.ok()) {
            return;
        }
        String said = dialogue.failures().said(completion.text());
        if (completion.says("PRIVACYREQUIRED")) {
            throw new MailException(new Failure.LoginDisabled(dialogue.peer(), said));
        }
        throw new MailException(
                new Failure.LoginRejected(
                        dialogue.peer(), said, completion.code().map(ResponseCode::name)));
    }
}
