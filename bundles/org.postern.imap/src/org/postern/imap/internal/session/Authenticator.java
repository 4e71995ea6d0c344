package org.postern.imap.internal.session;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.imap.internal.command.Authenticate;
import org.postern.imap.internal.response.Capabilities;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.net.Login;
import org.postern.net.LoginWish;
import org.postern.net.sasl.LoginWords;
import org.postern.net.sasl.Mechanism;
import org.postern.net.sasl.MechanismChoice;
import org.postern.net.sasl.SaslTalk;
import org.postern.transport.OpenRequest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Proves to the server who the user is, by the strongest mechanism that both know; LOGIN, which is
 * none, comes last. Says why when nothing is to be tried.
 */
final class Authenticator {

    private static final String MECHANISM = "AUTH=";

    /** Well within what servers take as a line (RFC 9051 §4, RFC 4959 §3). */
    private static final int LONGEST_INITIAL = 7_000;

    private final OpenRequest request;
    private final Dialogue dialogue;
    private final Capabilities capabilities;

    Authenticator(OpenRequest request, Dialogue dialogue, Capabilities capabilities) {
        this.request = request;
        this.dialogue = dialogue;
        this.capabilities = capabilities;
    }

    Login logIn() throws IOException, MailException {
        List<String> offered = offered();
        Optional<MechanismChoice> choice =
                MechanismChoice.strongest(
                        offered, request.login(), request.security(), dialogue.connection());
        requirePermission(choice, offered);
        if (choice.isEmpty()) {
            return new PlainLogin(request, dialogue).logIn();
        }
        return choice.get().needsSecret()
                ? asked(choice.get())
                : by(choice.get().begin(""), false).orElseThrow();
    }

    private List<String> offered() {
        return capabilities.names().stream()
                .filter(name -> name.startsWith(MECHANISM))
                .map(name -> name.substring(MECHANISM.length()))
                .sorted()
                .toList();
    }

    /** RFC 9051 §6.2.3, §11.2: LOGINDISABLED is about passwords that the server would see. */
    private void requirePermission(Optional<MechanismChoice> choice, List<String> offered)
            throws MailException {
        boolean disabled = capabilities.has("LOGINDISABLED");
        boolean inClear = !dialogue.connection().posture().security().isProtected();
        boolean shown = choice.isEmpty() || choice.get().showsSecret();
        if (disabled && shown && (inClear || choice.isEmpty() && offered.isEmpty())) {
            throw new MailException(new Failure.LoginDisabled(dialogue.peer(), "LOGINDISABLED"));
        }
        boolean password = request.login().kind() == LoginWish.Kind.PASSWORD;
        if (choice.isEmpty() && (disabled || !password)) {
            throw MechanismChoice.missing(dialogue.peer(), offered);
        }
    }

    private Login asked(MechanismChoice choice) throws IOException, MailException {
        LoginWords.user(request.user());
        try (Secret secret = request.credentials().secret()) {
            Optional<MechanismChoice> other = choice.unbound();
            Optional<Login> first = by(choice.begin(request.user(), secret), other.isPresent());
            return first.isPresent()
                    ? first.get()
                    : by(other.orElseThrow().begin(request.user(), secret), false).orElseThrow();
        }
    }

    /**
     * @param another whether something else is tried when the server refuses the binding
     * @return empty then
     */
    private Optional<Login> by(Mechanism begun, boolean another) throws MailException {
        try (Mechanism mechanism = begun) {
            dialogue.failures().redact(mechanism::redacted);
            Completion completion = converse(mechanism);
            boolean unbindable =
                    another
                            && !completion.ok()
                            && mechanism.bindingRefused(completion.text(), code(completion));
            return unbindable ? Optional.empty() : Optional.of(judged(mechanism, completion));
        } finally {
            dialogue.failures().redact(UnaryOperator.identity());
        }
    }

    private static Optional<String> code(Completion completion) {
        return completion.code().map(ResponseCode::name);
    }

    private Completion converse(Mechanism mechanism) throws MailException {
        SaslTalk talk = new SaslTalk(mechanism, dialogue.peer());
        Optional<byte[]> initial = talk.initial(capabilities.has("SASL-IR") ? LONGEST_INITIAL : 0);
        try {
            return dialogue.converse(Authenticate.by(mechanism.name(), initial), talk::answer);
        } catch (IOException whileTheRedactionHolds) {
            throw dialogue.failed(whileTheRedactionHolds);
        } finally {
            initial.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }

    private Login judged(Mechanism mechanism, Completion completion) throws MailException {
        if (completion.ok()) {
            return mechanism.accepted();
        }
        Failure refusal = mechanism.refused(completion.text(), code(completion));
        throw new MailException(
                completion.says("PRIVACYREQUIRED")
                        ? new Failure.LoginDisabled(
                                dialogue.peer(), dialogue.failures().said(completion.text()))
                        : refusal);
    }
}
