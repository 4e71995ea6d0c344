package org.postern.net.internal.sasl;

import org.postern.core.Endpoint;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.LoginWish;
import org.postern.net.sasl.Mechanism;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The mechanisms that Postern knows, the strongest first. */
public enum Known {
    SCRAM_SHA_256_PLUS("SCRAM-SHA-256-PLUS", Known::canBind, Beginnings.bound(ScramHash.SHA_256)),
    SCRAM_SHA_1_PLUS("SCRAM-SHA-1-PLUS", Known::canBind, Beginnings.bound(ScramHash.SHA_1)),
    SCRAM_SHA_256("SCRAM-SHA-256", Known::hasPassword, Beginnings.unbound(ScramHash.SHA_256)),
    SCRAM_SHA_1("SCRAM-SHA-1", Known::hasPassword, Beginnings.unbound(ScramHash.SHA_1)),
    CRAM_MD5("CRAM-MD5", c -> hasPassword(c) && allows(c, "CRAM-MD5"), Beginnings.cramMd5()),
    PLAIN("PLAIN", Known::hasPassword, Beginnings.plain()),
    LOGIN("LOGIN", Known::hasPassword, Beginnings.login()),
    /** RFC 7628 §3: a token never goes out without TLS, not even for a plaintext account. */
    OAUTHBEARER("OAUTHBEARER", Known::hasToken, Beginnings.oauthBearer()),
    XOAUTH2("XOAUTH2", Known::hasToken, Beginnings.xoauth2()),
    EXTERNAL("EXTERNAL", Known::hasCertificate, Beginnings.external());

    private final String name;
    private final Predicate<Circumstances> fits;
    private final Beginnings.Beginning beginning;

    Known(String name, Predicate<Circumstances> fits, Beginnings.Beginning beginning) {
        this.name = name;
        this.fits = fits;
        this.beginning = beginning;
    }

    /** The strongest under these circumstances. */
    public static Optional<Known> strongest(Circumstances c) {
        return Stream.of(values())
                .filter(one -> c.offered().contains(one.name) && one.fits.test(c))
                .filter(one -> one.bound() || !c.boundOnly())
                .findFirst();
    }

    public String mechanism() {
        return name;
    }

    /** Whether it is tied to the connection. */
    public boolean bound() {
        return this == SCRAM_SHA_256_PLUS || this == SCRAM_SHA_1_PLUS;
    }

    /** Whether the server gets to see the secret itself. */
    public boolean showsSecret() {
        return compareTo(PLAIN) >= 0 && this != EXTERNAL;
    }

    public Mechanism begin(Circumstances c, Endpoint peer, String user, Secret secret)
            throws MailException {
        return beginning.begin(c, peer, user, secret);
    }

    private static boolean hasPassword(Circumstances c) {
        return c.wish().kind() == LoginWish.Kind.PASSWORD;
    }

    private static boolean canBind(Circumstances c) {
        return hasPassword(c) && c.encrypted() && c.binding().isPresent();
    }

    private static boolean allows(Circumstances c, String name) {
        return c.wish().allowed().contains(name);
    }

    private static boolean hasToken(Circumstances c) {
        return c.wish().kind() == LoginWish.Kind.TOKEN && c.encrypted();
    }

    private static boolean hasCertificate(Circumstances c) {
        return c.wish().kind() == LoginWish.Kind.CERTIFICATE && c.encrypted() && c.certified();
    }
}
