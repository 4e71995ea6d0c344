package org.postern.net.internal.sasl;

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
 */
public record Circumstances(
        Set<String> offered,
        LoginWish wish,
        boolean encrypted,
        boolean certified,
        Optional<ChannelBinding> binding) {

    public Circumstances {
        offered = Set.copyOf(offered);
    }

    public static Circumstances of(Set<String> offered, LoginWish wish, Connection connection) {
        return new Circumstances(
                offered,
                wish,
                connection.posture().security().isProtected(),
                connection.certified(),
                ChannelBinding.of(connection));
    }

    /** What SCRAM without -PLUS says of binding. */
    Gs2 unbound() {
        boolean serverCan = offered.stream().anyMatch(name -> name.endsWith("-PLUS"));
        return binding.isPresent() && !serverCan ? Gs2.NOT_OFFERED : Gs2.UNABLE;
    }

    /** The same where nothing can be bound to. */
    public Circumstances withoutBinding() {
        return new Circumstances(offered, wish, encrypted, certified, Optional.empty());
    }

    Gs2 bound() {
        return Gs2.bound(binding.orElseThrow());
    }
}
