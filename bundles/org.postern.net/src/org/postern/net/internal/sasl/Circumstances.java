package org.postern.net.internal.sasl;

import org.postern.core.BindingProblem;
import org.postern.net.Connection;
import org.postern.net.LoginWish;

import java.util.Optional;
import java.util.Set;

/**
 * What a choice of mechanism rests on.
 *
 * @param offered by the server, in upper case
 * @param wish of the account
 * @param encrypted whether TLS protects the connection; if not, the user wants it so
 * @param certified whether our certificate was shown in the handshake
 * @param binding what a proof can be tied to
 * @param boundOnly whether a password must be tied to the connection, since it once was
 */
public record Circumstances(
        Set<String> offered,
        LoginWish wish,
        boolean encrypted,
        boolean certified,
        Optional<ChannelBinding> binding,
        boolean boundOnly) {

    public Circumstances {
        offered = Set.copyOf(offered);
    }

    public static Circumstances of(Set<String> offered, LoginWish wish, Connection connection) {
        boolean encrypted = connection.posture().security().isProtected();
        return new Circumstances(
                offered,
                wish,
                encrypted,
                connection.certified(),
                ChannelBinding.of(connection),
                encrypted
                        && wish.kind() == LoginWish.Kind.PASSWORD
                        && connection.boundSince().isPresent());
    }

    /** What SCRAM without -PLUS says of binding. */
    Gs2 unbound() {
        return binding.isPresent() && !serverCanBind() ? Gs2.NOT_OFFERED : Gs2.UNABLE;
    }

    private boolean serverCanBind() {
        return offered.stream().anyMatch(name -> name.endsWith("-PLUS"));
    }

    /** Why there is no bound mechanism. */
    public BindingProblem lacksBinding() {
        return serverCanBind() && binding.isEmpty()
                ? BindingProblem.UNABLE
                : BindingProblem.NOT_OFFERED;
    }

    /** The same where nothing can be bound to. */
    public Circumstances withoutBinding() {
        return new Circumstances(offered, wish, encrypted, certified, Optional.empty(), false);
    }

    Gs2 bound() {
        return Gs2.bound(binding.orElseThrow(), boundOnly);
    }
}
