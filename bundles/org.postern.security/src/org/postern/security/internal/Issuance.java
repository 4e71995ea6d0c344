package org.postern.security.internal;

import org.postern.security.CertificateExpiry;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import javax.security.auth.x500.X500Principal;

/**
 * Who issued a leaf, followed upwards through the certificates that the server sent: by name and by
 * signature. An authority that is trusted ends the way as soon as one is met; certificates that are
 * sent without need do not count.
 *
 * @param path from the leaf to the last one that was sent; without the anchor
 * @param anchor the authority that vouches for the last of the path
 * @param end how the way ended
 */
record Issuance(List<X509Certificate> path, Optional<X509Certificate> anchor, End end) {

    /** Where the way upwards led to. */
    enum End {
        /** An authority that is trusted here. */
        TRUSTED,
        /** The leaf vouches for itself. */
        SELF_SIGNED,
        /** The certificate of an authority in between was not sent. */
        GAP,
        /** An authority that is not trusted here. */
        UNKNOWN
    }

    static Issuance of(List<X509Certificate> sent, PathCheck trust, Instant now) {
        return new Walk(sent, trust, now).run();
    }

    X509Certificate leaf() {
        return path.getFirst();
    }

    /** Who would have to be known. */
    X500Principal missing() {
        return path.getLast().getIssuerX500Principal();
    }

    /** The certificate that signed the one at this place of the path, if it is known. */
    Optional<X509Certificate> issuerOf(int place) {
        return place + 1 < path.size() ? Optional.of(path.get(place + 1)) : anchor;
    }

    /** Whether the key of one signed the other. */
    static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Whatever is wrong with it, this key does not vouch for it.
            return false;
        }
    }

    private static final class Walk {

        private final List<X509Certificate> sent;
        private final PathCheck trust;
        private final Comparator<X509Certificate> best;
        private final List<X509Certificate> path = new ArrayList<>();

        Walk(List<X509Certificate> sent, PathCheck trust, Instant now) {
            this.sent = sent;
            this.trust = trust;
            Routes sound = new Routes(sent, trust, each -> isSound(each, now));
            Routes all = new Routes(sent, trust, each -> true);
            best = Comparator.comparingInt(sound::steps).thenComparingInt(all::steps);
        }

        private static boolean isSound(X509Certificate certificate, Instant now) {
            return Strength.weakSignature(certificate).isEmpty()
                    && CertificateExpiry.of(certificate, now).isCurrent();
        }

        Issuance run() {
            Optional<X509Certificate> next = Optional.of(sent.getFirst());
            while (next.isPresent()) {
                X509Certificate here = next.get();
                path.add(here);
                Optional<X509Certificate> anchor = trust.anchorOf(here);
                if (anchor.isPresent()) {
                    return new Issuance(List.copyOf(path), anchor, End.TRUSTED);
                }
                next = issuer(here);
            }
            return new Issuance(List.copyOf(path), Optional.empty(), end());
        }

        private Optional<X509Certificate> issuer(X509Certificate of) {
            return sent.stream().filter(each -> !path.contains(each) && signed(each, of)).min(best);
        }

        private End end() {
            X509Certificate last = path.getLast();
            if (signed(last, last)) {
                return path.size() == 1 ? End.SELF_SIGNED : End.UNKNOWN;
            }
            boolean more = sent.stream().anyMatch(each -> trust.anchorOf(each).isPresent());
            return path.size() == 1 || more ? End.GAP : End.UNKNOWN;
        }
    }
}
