package org.postern.pop3.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.Connection;
import org.postern.net.Login;
import org.postern.net.LoginWish;
import org.postern.net.sasl.LoginWords;
import org.postern.net.sasl.MechanismChoice;
import org.postern.transport.OpenRequest;

import java.util.List;
import java.util.Optional;

/**
 * Logs in by the strongest mechanism that both know (AUTH, RFC 5034); USER and PASS come last. APOP
 * is not used: it rests on MD5 and makes the server keep the password in clear.
 */
record PopLogin(PopWire wire, Abilities abilities, OpenRequest request) {

    /**
     * @param connection below the wire
     */
    Login login(Connection connection) throws WireException, MailException {
        List<String> offered = abilities.mechanisms();
        Optional<MechanismChoice> choice =
                MechanismChoice.strongest(offered, request.login(), request.security(), connection);
        if (choice.isEmpty()) {
            requireUser(offered);
            return new UserPass(wire, request).login();
        }
        SaslLogin sasl = new SaslLogin(wire);
        return choice.get().needsSecret()
                ? asked(choice.get(), sasl)
                : sasl.by(choice.get().begin(""), false).orElseThrow();
    }

    /** Nothing is tried that the server says it does not know. */
    private void requireUser(List<String> offered) throws MailException {
        boolean password = request.login().kind() == LoginWish.Kind.PASSWORD;
        if (password && abilities.mayHave("USER")) {
            return;
        }
        throw password && offered.isEmpty()
                ? new MailException(new Failure.LoginDisabled(wire.peer(), ""))
                : MechanismChoice.missing(wire.peer(), offered);
    }

    private Login asked(MechanismChoice choice, SaslLogin sasl)
            throws WireException, MailException {
        LoginWords.user(request.user());
        try (Secret secret = request.credentials().secret()) {
            Optional<MechanismChoice> other = choice.unbound();
            Optional<Login> first =
                    sasl.by(choice.begin(request.user(), secret), other.isPresent());
            return first.isPresent()
                    ? first.get()
                    : sasl.by(other.orElseThrow().begin(request.user(), secret), false)
                            .orElseThrow();
        }
    }
}
