package org.postern.ui.internal.settings;

import org.postern.account.Authentication;
import org.postern.account.ClientCertificate;
import org.postern.account.ServerSettings;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an account proves who it is, while the user chooses. Knows no widget; keeps what it does not
 * understand. Only for one thread.
 */
public final class LoginDraft {

    /** Off by default, since it can be guessed at leisure by who listens (RFC 6151). */
    private static final String WEAK = "CRAM-MD5";

    private Authentication authentication = Authentication.PASSWORD;
    private Set<String> mechanisms = Set.of();
    private Optional<ClientCertificate> certificate = Optional.empty();

    /** Takes over settings that there are. */
    public void take(ServerSettings settings) {
        authentication =
                settings.authentication() == Authentication.NONE
                        ? Authentication.PASSWORD
                        : settings.authentication();
        mechanisms = settings.mechanisms();
        certificate = settings.certificate();
    }

    /** The same choices in a draft of their own. */
    public LoginDraft copy() {
        LoginDraft copy = new LoginDraft();
        copy.take(this);
        return copy;
    }

    /** Takes over the choices of another draft. */
    public void take(LoginDraft other) {
        authentication = other.authentication;
        mechanisms = other.mechanisms;
        certificate = other.certificate;
    }

    public Authentication authentication() {
        return authentication;
    }

    public void authentication(Authentication chosen) {
        authentication = chosen;
    }

    /** Whether a mechanism is allowed that is weak and off by default. */
    public boolean weakAllowed() {
        return mechanisms.contains(WEAK);
    }

    /** Allows it or not; others that are allowed stay. */
    public void allowWeak(boolean on) {
        Set<String> changed = new TreeSet<>(mechanisms);
        if (on) {
            changed.add(WEAK);
        } else {
            changed.remove(WEAK);
        }
        mechanisms = changed;
    }

    public Set<String> mechanisms() {
        return Set.copyOf(mechanisms);
    }

    public Optional<ClientCertificate> certificate() {
        return certificate;
    }

    /** Another place; which of several certificates is kept while the place stays the same. */
    public void certificate(Optional<ClientCertificate.Kind> kind, String location) {
        String path = location.strip();
        certificate =
                kind.filter(k -> !path.isEmpty())
                        .map(k -> new ClientCertificate(k, path, aliasAt(k, path)));
    }

    private String aliasAt(ClientCertificate.Kind kind, String path) {
        return certificate
                .filter(c -> c.kind() == kind && c.location().equals(path))
                .map(ClientCertificate::alias)
                .orElse("");
    }

    /** Whether a certificate is wanted for the login and there is none. */
    public boolean lacksCertificate() {
        return authentication == Authentication.CERTIFICATE && certificate.isEmpty();
    }
}
