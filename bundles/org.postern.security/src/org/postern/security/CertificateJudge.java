package org.postern.security;

import org.postern.security.internal.Examination;
import org.postern.security.internal.PathCheck;
import org.postern.security.internal.PinRule;
import org.postern.security.internal.Staple;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges a server's certificates for a host. Nothing is accepted that the Java runtime rejects, and
 * on top of it RFC 9525 holds: names come from the subject alternative names only, a wildcard is
 * the whole left-most label and never stands before a single label, an IP address matches exactly.
 * A version 1 certificate or an authority's own is no server's.
 *
 * <p>A pin takes the place of all that: the pinned certificate is accepted, byte for byte, and no
 * other. Only a certificate that was revoked or whose key is too weak is refused all the same.
 *
 * <p>Nobody is asked on the network whether a certificate was revoked. What the server brings along
 * in the handshake counts, and so do the administrator's revocation lists.
 *
 * <p>Thread-safe, never waits for a network.
 */
public final class CertificateJudge {

    private final Supplier<TrustAnchors> trust;
    private final Clock clock;
    private volatile Optional<PathCheck> latest = Optional.empty();

    /**
     * @param trust called for every judgement; returning the same object saves time
     * @param clock for dates of leaf certificates; the runtime's path check has its own on top
     */
    public CertificateJudge(Supplier<TrustAnchors> trust, Clock clock) {
        this.trust = Objects.requireNonNull(trust, "trust");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    public CertificateJudge(Supplier<TrustAnchors> trust) {
        this(trust, Clock.systemUTC());
    }

    /**
     * Judges without a connection at hand.
     *
     * @param chain as the server sent it, leaf first; may be empty, which is not accepted
     * @param host who the server should be
     */
    public CertificateReport judge(List<X509Certificate> chain, ReferenceHost host) {
        return judge(chain, host, Optional.empty());
    }

    /**
     * The same for a server that may have a pin.
     *
     * @param pin the certificate that the user pinned for this account and server; then exactly
     *     that one is accepted and nothing else, not even what an authority vouches for
     */
    public CertificateReport judge(
            List<X509Certificate> chain, ReferenceHost host, Optional<X509Certificate> pin) {
        return examine(
                chain,
                host,
                pin,
                Optional.empty(),
                (check, certificates) -> check.check(certificates));
    }

    /**
     * Judges during a handshake: the runtime also looks at what was negotiated, and at the host
     * name if the socket's parameters ask for it.
     *
     * @param pin as above
     * @param authType as the trust manager was told
     */
    public CertificateReport judge(
            List<X509Certificate> chain,
            ReferenceHost host,
            Optional<X509Certificate> pin,
            String authType,
            Socket socket) {
        return examine(
                chain,
                host,
                pin,
                Optional.of(Staple.from(socket)),
                (check, certificates) -> check.check(certificates, authType, socket));
    }

    private CertificateReport examine(
            List<X509Certificate> chain,
            ReferenceHost host,
            Optional<X509Certificate> pin,
            Optional<Staple> staple,
            Examination.Runtime runtime) {
        CertificateReport found =
                new Examination(chain, host, clock.instant(), pathCheck(), staple).run(runtime);
        return pin.map(known -> new PinRule(known).apply(chain, found)).orElse(found);
    }

    private PathCheck pathCheck() {
        TrustAnchors anchors = trust.get();
        Optional<PathCheck> known = latest.filter(check -> check.anchors() == anchors);
        PathCheck check = known.orElseGet(() -> new PathCheck(anchors));
        latest = Optional.of(check);
        return check;
    }
}
