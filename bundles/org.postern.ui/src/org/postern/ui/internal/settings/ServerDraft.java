package org.postern.ui.internal.settings;

import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.core.Hosts;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.PortPolicies;
import org.postern.security.PortQuestion;
import org.postern.security.ReferenceHost;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Server settings while the user types them: what the fields hold, and what ticking a box does to
 * them. Knows no widget. Only for one thread.
 */
public final class ServerDraft {

    /** What is wrong with what was typed. */
    public enum Mistake {
        NO_TRANSPORT,
        NO_HOST,
        BAD_HOST,
        NO_FOLDER,
        BAD_PORT,
        NO_USER,
        NO_CERTIFICATE
    }

    private final Transports transports;
    private final PortPolicies policies;
    private Optional<TransportDescriptor> transport = Optional.empty();
    private Security security = Security.NONE;
    private String location = "";
    private String port = "";
    private String user = "";
    private final LoginDraft login = new LoginDraft();

    public ServerDraft(Transports transports, PortPolicies policies) {
        this.transports = Objects.requireNonNull(transports, "transports");
        this.policies = Objects.requireNonNull(policies, "policies");
    }

    /** Takes over settings that there are. The transport may not be installed any more. */
    public void take(ServerSettings settings) {
        transport = transports.find(settings.transport());
        security = settings.security();
        location = settings.location();
        port = settings.port().map(Port::toString).orElse("");
        user = settings.user();
        login.take(settings);
    }

    /** How the account proves who it is. */
    public LoginDraft loginDraft() {
        return login;
    }

    /**
     * What the list of transports offers: one entry for each family, and the entries that have no
     * twin.
     */
    public List<TransportDescriptor> families() {
        return transports.all().stream().filter(t -> !hasPlainTwin(t)).toList();
    }

    private boolean hasPlainTwin(TransportDescriptor one) {
        return one.security() == Security.TLS
                && transports.inMode(one, Security.NONE).filter(t -> !t.equals(one)).isPresent();
    }

    /** The entry of {@link #families} that is chosen. */
    public Optional<TransportDescriptor> family() {
        return transport.flatMap(
                t -> families().stream().filter(f -> sameFamily(f, t)).findFirst());
    }

    private static boolean sameFamily(TransportDescriptor one, TransportDescriptor other) {
        return one.id().equals(other.id())
                || one.twin().filter(other.id()::equals).isPresent()
                || other.twin().filter(one.id()::equals).isPresent();
    }

    /** The transport itself, after family and SSL box. */
    public Optional<TransportDescriptor> transport() {
        return transport;
    }

    /** Chooses a family: protected where that can be, unless a server was already exposed. */
    public void choose(TransportDescriptor family) {
        boolean protect = !exposed();
        Optional<TransportDescriptor> before = transport;
        Security left = security;
        Security wanted = protect ? Security.TLS : Security.NONE;
        TransportDescriptor now = transports.inMode(family, wanted).orElse(family);
        transport = Optional.of(now);
        security = now.security();
        before.ifPresent(old -> movePort(old, left, now, security));
    }

    /** Whether the SSL box can be switched. */
    public boolean canSwitchSsl() {
        return transport.flatMap(TransportDescriptor::twin).flatMap(transports::find).isPresent();
    }

    /** Whether mail will come by TLS from the first byte. */
    public boolean ssl() {
        return security == Security.TLS;
    }

    /** Ticks or unticks the SSL box; the port follows by the policies. */
    public void ssl(boolean on) {
        change(on ? Security.TLS : Security.NONE);
    }

    /** Whether STARTTLS can be asked for. */
    public boolean canStartTls() {
        return transport.filter(TransportDescriptor::startTls).isPresent();
    }

    /** Whether the connection must be upgraded before anything is said. */
    public boolean startTls() {
        return security == Security.STARTTLS;
    }

    /** Asks for STARTTLS, which is then required. */
    public void startTls(boolean on) {
        change(on ? Security.STARTTLS : Security.NONE);
    }

    private void change(Security wanted) {
        if (wanted == security || transport.isEmpty()) {
            return;
        }
        TransportDescriptor before = transport.get();
        Security left = security;
        transports
                .inMode(before, wanted)
                .ifPresent(
                        now -> {
                            transport = Optional.of(now);
                            security = wanted;
                            movePort(before, left, now, wanted);
                        });
    }

    private void movePort(
            TransportDescriptor before, Security left, TransportDescriptor now, Security chosen) {
        if (!port.isBlank() && Port.parse(port).isEmpty()) {
            return;
        }
        port =
                policies.afterSwitch(
                                Port.parse(port), question(before, left), question(now, chosen))
                        .map(Port::toString)
                        .orElse("");
    }

    private static PortQuestion question(TransportDescriptor transport, Security security) {
        return new PortQuestion(transport.protocol(), security, transport.defaultPort());
    }

    /** The port that is used while the field is empty. */
    public Optional<Port> defaultPort() {
        return transport.flatMap(t -> policies.defaultPort(question(t, security)));
    }

    /** Whether mail comes from a server, and not from a folder. */
    public boolean onServer() {
        return transport
                .filter(t -> t.location() == TransportDescriptor.Location.SERVER)
                .isPresent();
    }

    /** Whether somebody must log in. */
    public boolean login() {
        return transport.filter(TransportDescriptor::login).isPresent();
    }

    /** Whether passwords and mail will be readable on their way. */
    public boolean exposed() {
        return onServer() && !security.isProtected();
    }

    public String location() {
        return location;
    }

    public void location(String text) {
        location = text;
    }

    public String port() {
        return port;
    }

    public void port(String text) {
        port = text;
    }

    public String user() {
        return user;
    }

    public void user(String text) {
        user = text;
    }

    /** The first thing that is wrong; empty when the settings can be used. */
    public Optional<Mistake> mistake() {
        if (transport.isEmpty()) {
            return Optional.of(Mistake.NO_TRANSPORT);
        }
        if (!onServer()) {
            return location.isBlank() ? Optional.of(Mistake.NO_FOLDER) : Optional.empty();
        }
        return serverMistake();
    }

    private Optional<Mistake> serverMistake() {
        if (location.isBlank()) {
            return Optional.of(Mistake.NO_HOST);
        }
        if (!soundHost()) {
            return Optional.of(Mistake.BAD_HOST);
        }
        boolean badPort = port.isBlank() ? defaultPort().isEmpty() : Port.parse(port).isEmpty();
        if (badPort) {
            return Optional.of(Mistake.BAD_PORT);
        }
        if (login() && user.isBlank()) {
            return Optional.of(Mistake.NO_USER);
        }
        return login() && login.lacksCertificate()
                ? Optional.of(Mistake.NO_CERTIFICATE)
                : Optional.empty();
    }

    private boolean soundHost() {
        try {
            ReferenceHost.of(Hosts.checked(location));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The settings.
     *
     * @throws IllegalStateException while there is a {@link #mistake}
     */
    public ServerSettings settings() {
        mistake()
                .ifPresent(
                        m -> {
                            throw new IllegalStateException(m.toString());
                        });
        return new ServerSettings(
                transport.orElseThrow().id(),
                onServer() ? Hosts.checked(location) : location,
                onServer() ? Port.parse(port) : Optional.empty(),
                user.strip(),
                login() ? login.authentication() : Authentication.NONE,
                security,
                login.mechanisms(),
                login.certificate());
    }
}
