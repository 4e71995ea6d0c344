package org.postern.diagnosis.internal;

import org.postern.account.ServerSettings;
import org.postern.core.Failure;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.core.Text;
import org.postern.diagnosis.Mend;
import org.postern.security.PortPolicies;
import org.postern.security.PortQuestion;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.Optional;

/**
 * The settings that failed, and the changes of them that make sense. Every change of a port goes
 * through the port policies.
 */
public final class Mends {

    private final ServerSettings settings;
    private final Transports transports;
    private final PortPolicies ports;
    private final Optional<TransportDescriptor> transport;

    public Mends(ServerSettings settings, Transports transports, PortPolicies ports) {
        this.settings = settings;
        this.transports = transports;
        this.ports = ports;
        this.transport = transports.find(settings.transport());
    }

    /** What was promised, as it was really tried: a TLS transport never does less. */
    Security security() {
        boolean tls = transport.filter(t -> t.security() == Security.TLS).isPresent();
        return tls ? Security.TLS : settings.security();
    }

    /** Whether the port is one that the user typed and that is not the default. */
    boolean oddPort() {
        return settings.port().isPresent() && !settings.port().equals(defaultPort());
    }

    /**
     * Whether the port that was tried is what the policies say of the transport with the other
     * protection.
     */
    boolean portOfTwin() {
        return twin().flatMap(twin -> port(twin, other(security()))).equals(settings.port());
    }

    /** SSL off; mail would travel in clear. */
    Optional<Mend> untickSsl() {
        if (security() != Security.TLS) {
            return Optional.empty();
        }
        return twin().map(twin -> switched(twin, Security.NONE, "mend.untickSsl", true));
    }

    /** SSL on. */
    Optional<Mend> tickSsl() {
        if (security() == Security.TLS) {
            return Optional.empty();
        }
        return twin().map(twin -> switched(twin, Security.TLS, "mend.tickSsl", false));
    }

    /** STARTTLS instead of what is set now, where the transport knows it. */
    Optional<Mend> startTls() {
        if (security() == Security.STARTTLS) {
            return Optional.empty();
        }
        return transport
                .flatMap(t -> transports.inMode(t, Security.STARTTLS))
                .filter(TransportDescriptor::startTls)
                .map(t -> switched(t, Security.STARTTLS, "mend.startTls", false));
    }

    /** The port that the policies answer, instead of the one that the user typed. */
    Optional<Mend> useDefaultPort() {
        if (!oddPort()) {
            return Optional.empty();
        }
        return defaultPort()
                .map(
                        port ->
                                new Mend(
                                        Messages.format("mend.defaultPort", port.toString()),
                                        settings.withPort(Optional.of(port)),
                                        false));
    }

    /** What was tried, for a person. */
    String tried(Failure failure) {
        String where = Text.visible(settings.location());
        Optional<Port> port = settings.port().or(this::defaultPort);
        String label = transport.map(TransportDescriptor::label).orElse(settings.transport());
        if (transport
                .filter(t -> t.location() == TransportDescriptor.Location.FOLDER)
                .isPresent()) {
            return Messages.format("tried.folder", where, label);
        }
        String key =
                switch (security()) {
                    case TLS -> "tried.tls";
                    case STARTTLS -> "tried.startTls";
                    case NONE -> "tried.clear";
                };
        return Messages.format(key, port.map(p -> where + ":" + p).orElse(where), label);
    }

    private Mend switched(TransportDescriptor to, Security security, String key, boolean less) {
        Optional<Port> port =
                ports.afterSwitch(
                        settings.port(),
                        question(transport.orElse(to), security()),
                        question(to, security));
        return new Mend(
                Messages.format(key, port.map(Port::toString).orElse("")),
                settings.switched(to.id(), security, port),
                less);
    }

    private Optional<TransportDescriptor> twin() {
        return transport
                .flatMap(t -> transports.inMode(t, other(security())))
                .filter(t -> !transport.filter(t::equals).isPresent());
    }

    private static Security other(Security security) {
        return security == Security.TLS ? Security.NONE : Security.TLS;
    }

    private Optional<Port> defaultPort() {
        return transport.flatMap(t -> port(t, security()));
    }

    private Optional<Port> port(TransportDescriptor of, Security security) {
        return ports.defaultPort(question(of, security));
    }

    private static PortQuestion question(TransportDescriptor of, Security security) {
        return new PortQuestion(of.protocol(), security, of.defaultPort());
    }
}
