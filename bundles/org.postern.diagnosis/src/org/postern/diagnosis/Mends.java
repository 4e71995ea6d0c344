package org.postern.diagnosis;

import org.postern.account.ServerSettings;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.diagnosis.internal.Messages;
import org.postern.security.PortPolicies;
import org.postern.security.PortQuestion;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings that were tried, and the changes of them that make sense. Every change of a port
 * goes through the port policies. Immutable.
 */
public final class Mends {

    private final ServerSettings settings;
    private final Transports transports;
    private final PortPolicies ports;
    private final Optional<TransportDescriptor> transport;

    public Mends(ServerSettings settings, Transports transports, PortPolicies ports) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.transports = Objects.requireNonNull(transports, "transports");
        this.ports = Objects.requireNonNull(ports, "ports");
        this.transport = transports.find(settings.transport());
    }

    /** What was promised, as it was really tried: a TLS transport never does less. */
    public Security security() {
        boolean tls = transport.filter(t -> t.security() == Security.TLS).isPresent();
        return tls ? Security.TLS : settings.security();
    }

    /** The transport that the settings name, when it is installed. */
    public Optional<TransportDescriptor> transport() {
        return transport;
    }

    /** Whether the port is one that the user typed and that is not the default. */
    public boolean oddPort() {
        return settings.port().isPresent() && !settings.port().equals(defaultPort());
    }

    /**
     * Whether the port that was tried is what the policies say of the transport with the other
     * protection.
     */
    public boolean portOfTwin() {
        return twin().flatMap(twin -> port(twin, other(security()))).equals(settings.port());
    }

    /** SSL off; mail would travel in clear. */
    public Optional<Mend> untickSsl() {
        if (security() != Security.TLS) {
            return Optional.empty();
        }
        return twin().map(twin -> switched(twin, Security.NONE, "mend.untickSsl"));
    }

    /** SSL on. */
    public Optional<Mend> tickSsl() {
        if (security() == Security.TLS) {
            return Optional.empty();
        }
        return twin().map(twin -> switched(twin, Security.TLS, "mend.tickSsl"));
    }

    /** STARTTLS instead of what is set now, where the transport knows it. */
    public Optional<Mend> startTls() {
        if (security() == Security.STARTTLS) {
            return Optional.empty();
        }
        return transport
                .flatMap(t -> transports.inMode(t, Security.STARTTLS))
                .filter(TransportDescriptor::startTls)
                .map(t -> switched(t, Security.STARTTLS, "mend.startTls"));
    }

    /** The port that the policies answer, instead of the one that the user typed. */
    public Optional<Mend> useDefaultPort() {
        return oddPort()
                ? defaultPort()
                        .map(port -> mend(settings.withPort(Optional.of(port)), "mend.defaultPort"))
                : Optional.empty();
    }

    /** All other ways to the server that this protocol family has, without what was tried. */
    public List<ServerSettings> others() {
        Set<ServerSettings> all = new LinkedHashSet<>();
        for (Security mode : List.of(Security.TLS, Security.STARTTLS, Security.NONE)) {
            transport.flatMap(t -> mode(t, mode)).ifPresent(to -> all.addAll(ways(to, mode)));
        }
        all.remove(settings);
        return List.copyOf(all);
    }

    /** A change to a way that was tried and works. */
    public Mend proven(Sibling sibling) {
        boolean same = sibling.security() == security();
        String key = "mend.proven." + (same ? "port" : sibling.security().name());
        return mend(sibling.settings(), key, Optional.of(sibling.endpoint().port()));
    }

    private Optional<TransportDescriptor> mode(TransportDescriptor of, Security mode) {
        return transports
                .inMode(of, mode)
                .filter(t -> mode != Security.STARTTLS || t.startTls())
                .filter(t -> mode == Security.TLS || t.security() != Security.TLS);
    }

    /**
     * On the port that the policies answer, and as the box would switch it. Who left the port empty
     * keeps it empty.
     */
    private List<ServerSettings> ways(TransportDescriptor to, Security mode) {
        ServerSettings switched = switchedTo(to, mode);
        Optional<ServerSettings> usual =
                port(to, mode).map(port -> switched.withPort(Optional.of(port)));
        return switched.port().isEmpty()
                ? List.of(switched)
                : Stream.concat(usual.stream(), Stream.of(switched)).toList();
    }

    private Mend switched(TransportDescriptor to, Security security, String key) {
        return mend(switchedTo(to, security), key);
    }

    private ServerSettings switchedTo(TransportDescriptor to, Security security) {
        Optional<Port> port =
                ports.afterSwitch(
                        settings.port(),
                        question(transport.orElse(to), security()),
                        question(to, security));
        return settings.switched(to.id(), security, port);
    }

    private Mend mend(ServerSettings changed, String key) {
        return mend(changed, key, changed.port());
    }

    private Mend mend(ServerSettings changed, String key, Optional<Port> shown) {
        boolean less = security().isProtected() && !changed.security().isProtected();
        String port = shown.map(Port::toString).orElse("");
        return new Mend(Messages.format(key, port), changed, less);
    }

    private Optional<TransportDescriptor> twin() {
        return transport
                .flatMap(t -> transports.inMode(t, other(security())))
                .filter(t -> !transport.filter(t::equals).isPresent());
    }

    private static Security other(Security security) {
        return security == Security.TLS ? Security.NONE : Security.TLS;
    }

    /** The port that the policies answer for what was tried. */
    public Optional<Port> defaultPort() {
        return transport.flatMap(t -> port(t, security()));
    }

    private Optional<Port> port(TransportDescriptor of, Security security) {
        return ports.defaultPort(question(of, security));
    }

    private static PortQuestion question(TransportDescriptor of, Security security) {
        return new PortQuestion(of.protocol(), security, of.defaultPort());
    }
}
