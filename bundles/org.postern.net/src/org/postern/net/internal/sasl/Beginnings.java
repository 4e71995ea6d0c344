package org.postern.net.internal.sasl;

import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.sasl.LoginWords;
import org.postern.net.sasl.Mechanism;

/** How each mechanism is made out of what the user gave. */
final class Beginnings {

    private Beginnings() {}

    /** Makes a mechanism, or refuses what it cannot carry. */
    @FunctionalInterface
    interface Beginning {
        Mechanism begin(Circumstances c, Endpoint peer, String user, Secret secret)
                throws MailException;
    }

    static Beginning bound(ScramHash hash) {
        return (c, peer, user, secret) -> scram(peer, hash, c.bound(), user, secret);
    }

    static Beginning unbound(ScramHash hash) {
        return (c, peer, user, secret) -> scram(peer, hash, c.unbound(), user, secret);
    }

    private static Mechanism scram(
            Endpoint peer, ScramHash hash, Gs2 binding, String user, Secret secret)
            throws MailException {
        byte[] name = LoginWords.user(user);
        return Scram.of(peer, hash, binding, name, LoginWords.password(secret), Nonces.next());
    }

    static Beginning cramMd5() {
        return (c, peer, user, secret) ->
                new CramMd5(peer, LoginWords.user(user), LoginWords.password(secret));
    }

    static Beginning plain() {
        return (c, peer, user, secret) ->
                new Plain(peer, LoginWords.user(user), LoginWords.password(secret));
    }

    static Beginning login() {
        return (c, peer, user, secret) ->
                new UserThenPassword(peer, LoginWords.user(user), LoginWords.password(secret));
    }

    static Beginning oauthBearer() {
        return (c, peer, user, secret) ->
                Bearer.oauth(peer, SaslName.plain(user), LoginWords.token(secret));
    }

    static Beginning xoauth2() {
        return (c, peer, user, secret) ->
                Bearer.xoauth2(peer, SaslName.plain(user), LoginWords.token(secret));
    }

    static Beginning external() {
        return (c, peer, user, secret) -> new External(peer);
    }
}
