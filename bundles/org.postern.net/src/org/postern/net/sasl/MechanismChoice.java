package org.postern.net.sasl;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.core.Text;
import org.postern.net.Connection;
import org.postern.net.LoginWish;
import org.postern.net.internal.sasl.Circumstances;
import org.postern.net.internal.sasl.Known;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The strongest mechanism that server, account and connection know: SCRAM bound to the connection,
 * then SCRAM-SHA-256, SCRAM-SHA-1, CRAM-MD5 where the user allows it, PLAIN, LOGIN; for a token
 * OAUTHBEARER, then XOAUTH2; for a certificate EXTERNAL. It is made before the secret is asked for.
 *
 * <p>Where the account's password {@linkplain Connection#boundSince was once bound} to a connection
 * with this server, nothing but a bound mechanism is chosen: neither what a server offers nor how
 * it refuses changes that.
 */
public final class MechanismChoice {

    private final Circumstances circumstances;
    private final Known known;
    private final Endpoint peer;

    private MechanismChoice(Circumstances circumstances, Known known, Endpoint peer) {
        this.circumstances = circumstances;
        this.known = known;
        this.peer = peer;
    }

    /**
     * Chooses. Secrets that the server gets to see go through TLS, or in clear over a connection
     * for which the user asked for no protection; tokens always through TLS (RFC 7628 §3).
     *
     * @param offered by the server, as it said inside the protection, in any case
     * @param wish of the account
     * @param promised what the connection was asked for with
     * @param connection that is used
     * @return empty when there is nothing in common; see {@link #missing}
     * @throws MailException with {@link Failure.LoginNotBound} when it must be bound and cannot be
     * @throws IllegalStateException when the connection does not keep the promise: no secret may go
     *     over it
     */
    public static Optional<MechanismChoice> strongest(
            Collection<String> offered, LoginWish wish, Security promised, Connection connection)
            throws MailException {
        if (promised.isProtected() && !connection.posture().security().isProtected()) {
            throw new IllegalStateException("the connection is not protected as promised");
        }
        Circumstances circumstances =
                Circumstances.of(
                        offered.stream()
                                .map(name -> name.toUpperCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet()),
                        wish,
                        connection);
        Optional<Known> known = Known.strongest(circumstances);
        if (known.isEmpty() && circumstances.boundOnly()) {
            throw notBound(connection.peer(), circumstances);
        }
        return known.map(one -> new MechanismChoice(circumstances, one, connection.peer()));
    }

    private static MailException notBound(Endpoint peer, Circumstances circumstances) {
        String offered =
                circumstances.offered().stream()
                        .sorted()
                        .map(Text::visible)
                        .collect(Collectors.joining(" "));
        return new MailException(
                new Failure.LoginNotBound(peer, circumstances.lacksBinding(), offered));
    }

    /** There is nothing in common; to be thrown before anybody is asked for a secret. */
    public static MailException missing(Endpoint peer, Collection<String> offered) {
        List<String> names = offered.stream().sorted().toList();
        return new MailException(new Failure.MechanismMissing(peer, names));
    }

    /** The mechanism's name: {@code SCRAM-SHA-256-PLUS}. */
    public String name() {
        return known.mechanism();
    }

    /** Whether the user must be asked for a password or token. */
    public boolean needsSecret() {
        return known != Known.EXTERNAL;
    }

    /** Whether the server gets to see the password or token itself. */
    public boolean showsSecret() {
        return known.showsSecret();
    }

    /**
     * What to try when a server offers -PLUS and then {@linkplain Mechanism#bindingRefused refuses
     * the binding}: it binds to something that this runtime does not tell (tls-unique), and there
     * is no way to ask beforehand. SCRAM without binding keeps the password from the server all the
     * same, and the {@link org.postern.net.Login} says that it is not bound. Whoever refuses -PLUS
     * in between must have a certificate that we trust.
     *
     * @return empty when this one does not bind or has to, or the server has no SCRAM without;
     *     never a mechanism that shows the secret
     */
    public Optional<MechanismChoice> unbound() {
        return known.bound() && !circumstances.boundOnly()
                ? Known.strongest(circumstances.withoutBinding())
                        .filter(other -> !other.showsSecret())
                        .map(
                                other ->
                                        new MechanismChoice(
                                                circumstances.withoutBinding(), other, peer))
                : Optional.empty();
    }

    /**
     * Begins the exchange.
     *
     * @param user who logs in
     * @param secret password or token; stays the caller's
     * @return the caller closes it
     * @throws MailException with {@link Failure.BadSettings} that names what the mechanism cannot
     *     carry
     */
    public Mechanism begin(String user, Secret secret) throws MailException {
        return known.begin(circumstances, peer, user, secret);
    }

    /** The same for a mechanism that {@linkplain #needsSecret needs no secret}. */
    public Mechanism begin(String user) throws MailException {
        try (Secret none = Secret.of(new char[0])) {
            return begin(user, none);
        }
    }
}
