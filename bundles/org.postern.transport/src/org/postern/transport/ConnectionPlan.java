package org.postern.transport;

import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.net.Timeouts;
import org.postern.security.PortPolicies;
import org.postern.security.PortQuestion;

import java.util.Optional;

/**
 * How an account is connected to, computed from its settings alone; what happened before has no
 * say. It is in clear only when both the settings and the transport are.
 *
 * @param transport the one to load; the twin of the account's when the settings ask for TLS
 * @param endpoint empty for a transport without a server
 * @param security what holds, or the connection fails
 */
public record ConnectionPlan(
        TransportDescriptor transport, Optional<Endpoint> endpoint, Security security) {

    public ConnectionPlan {
        if (!security.isProtected() && transport.security().isProtected()) {
            throw new IllegalArgumentException(transport.id() + " does not go without protection");
        }
    }

    /**
     * @throws MailException with {@link Failure.NoSuchTransport}, or with {@link
     *     Failure.BadSettings} when the settings cannot be kept as they are; they are never bent
     */
    public static ConnectionPlan of(Account account, Transports transports, PortPolicies ports)
            throws MailException {
        ServerSettings settings = account.incoming();
        TransportDescriptor named =
                transports
                        .find(settings.transport())
                        .orElseThrow(
                                () ->
                                        new MailException(
                                                new Failure.NoSuchTransport(settings.transport())));
        TransportDescriptor transport = protectedAs(settings.security(), named, transports);
        Security security = strictest(transport.security(), settings.security());
        return new ConnectionPlan(
                transport, endpoint(settings, transport, security, ports), security);
    }

    private static TransportDescriptor protectedAs(
            Security wanted, TransportDescriptor named, Transports transports)
            throws MailException {
        boolean kept =
                switch (wanted) {
                    case NONE -> true;
                    case STARTTLS -> named.startTls() || named.security() == Security.TLS;
                    case TLS -> named.security() == Security.TLS;
                };
        if (kept) {
            return named;
        }
        return wanted == Security.STARTTLS
                ? bad("plan.noStartTls", named.label())
                : twin(named, transports);
    }

    private static TransportDescriptor twin(TransportDescriptor named, Transports transports)
            throws MailException {
        Optional<TransportDescriptor> twin =
                transports
                        .inMode(named, Security.TLS)
                        .filter(found -> found.security() == Security.TLS);
        return twin.isPresent() ? twin.get() : bad("plan.noTwin", named.label());
    }

    private static Security strictest(Security transport, Security settings) {
        return transport.compareTo(settings) > 0 ? transport : settings;
    }

    private static Optional<Endpoint> endpoint(
            ServerSettings settings,
            TransportDescriptor transport,
            Security security,
            PortPolicies ports)
            throws MailException {
        if (transport.location() == TransportDescriptor.Location.FOLDER) {
            return Optional.empty();
        }
        PortQuestion question =
                new PortQuestion(transport.protocol(), security, transport.defaultPort());
        Optional<Port> port = settings.port().or(() -> ports.defaultPort(question));
        if (port.isEmpty()) {
            return bad("plan.noPort", transport.label());
        }
        try {
            return Optional.of(new Endpoint(settings.location(), port.get()));
        } catch (IllegalArgumentException e) {
            return bad("plan.noHost", settings.location());
        }
    }

    private static <T> T bad(String key, String value) throws MailException {
        throw new MailException(new Failure.BadSettings(Messages.format(key, value)));
    }

    /**
     * What the transport is asked.
     *
     * @param credentials see {@link OpenRequest}
     */
    public OpenRequest request(
            Account account, OpenRequest.Credentials credentials, Timeouts timeouts) {
        ServerSettings settings = account.incoming();
        return new OpenRequest(
                account.id(),
                settings.location(),
                endpoint,
                security,
                settings.user(),
                credentials,
                timeouts,
                new LoginWish(kind(settings.authentication()), settings.mechanisms()));
    }

    private static LoginWish.Kind kind(Authentication authentication) {
        return switch (authentication) {
            case PASSWORD, NONE -> LoginWish.Kind.PASSWORD;
            case TOKEN -> LoginWish.Kind.TOKEN;
            case CERTIFICATE -> LoginWish.Kind.CERTIFICATE;
        };
    }

    /** What tells settings apart that have worked from others, readable and without a secret. */
    public String fingerprint() {
        return transport.id() + " " + endpoint.map(Endpoint::toString).orElse("-") + " " + security;
    }
}
