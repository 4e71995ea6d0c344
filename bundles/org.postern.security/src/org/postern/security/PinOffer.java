package org.postern.security;

import org.postern.core.AccountId;
import org.postern.core.CertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.security.internal.PinRule;

import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user may do about a certificate that was not accepted (RFC 8314 §5.4). A pin is offered
 * while an account is being set up, and never in answer to a failure of a server that the account
 * has known already: there the old and the new certificate are shown side by side. Who wants to
 * trust a new one all the same first takes the old one back in the account's settings ({@link
 * Pins#unpin}), after which the server counts as new.
 *
 * @param permission what may be offered
 * @param offered the certificate that the server showed; empty when it showed none
 * @param before the one that it showed before, pinned or accepted; empty for a new server
 */
public record PinOffer(
        Permission permission,
        Optional<X509Certificate> offered,
        Optional<X509Certificate> before) {

    /** What a dialog or a command may offer. */
    public enum Permission {
        /** A new server: it may be pinned by who has seen chain, fingerprint and problem. */
        MAY_PIN,
        /** A server that is known: compare, but do not pin. */
        COMPARE_ONLY,
        /** Revoked, too weak a key, or no certificate at all: no pin would be accepted. */
        NEVER
    }

    public PinOffer {
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(offered, "offered");
        Objects.requireNonNull(before, "before");
    }

    /** What may be done about this rejection in this account. */
    public static PinOffer of(Pins pins, AccountId account, Failure.CertificateRejected rejected) {
        Optional<X509Certificate> offered = rejected.chain().stream().findFirst();
        Optional<X509Certificate> before = before(pins, account, rejected.peer());
        return new PinOffer(permission(rejected, offered, before), offered, before);
    }

    private static Optional<X509Certificate> before(Pins pins, AccountId account, Endpoint server) {
        return pins.pinned(account, server).or(() -> pins.lastAccepted(account, server));
    }

    private static Permission permission(
            Failure.CertificateRejected rejected,
            Optional<X509Certificate> offered,
            Optional<X509Certificate> before) {
        if (before.isPresent()) {
            return Permission.COMPARE_ONLY;
        }
        boolean pinnable =
                rejected.problem() != CertificateProblem.REVOKED
                        && offered.filter(leaf -> !PinRule.isTooWeak(leaf)).isPresent();
        return pinnable ? Permission.MAY_PIN : Permission.NEVER;
    }
}
