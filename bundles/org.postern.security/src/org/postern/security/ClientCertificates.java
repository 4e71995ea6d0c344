package org.postern.security;

import org.postern.core.ClientCertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.security.internal.KeyEntry;
import org.postern.security.internal.KeyFile;
import org.postern.security.internal.Messages;
import org.postern.security.internal.Token;
import org.postern.security.internal.Unreadable;
import org.postern.security.internal.Validity;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the certificates by which accounts prove who they are. Thread-safe; reads the disk or talks
 * to a token, so it is never called on the user interface's thread. Every failure is a {@link
 * Failure.ClientCertificateRefused} that says what to mend.
 */
public final class ClientCertificates {

    private final Clock clock;

    public ClientCertificates() {
        this(Clock.systemUTC());
    }

    /**
     * @param clock for the dates of certificates
     */
    public ClientCertificates(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Reads a PKCS#12 file (RFC 7292).
     *
     * @param peer to be named in failures
     * @param file its path
     * @param alias which key, when there are several; empty takes the only one
     * @param password the caller closes it; empty when the file has none
     */
    public ClientIdentity fromFile(
            Endpoint peer, String file, String alias, Optional<Secret> password)
            throws MailException {
        return usable(peer, () -> new KeyFile(file).read(alias, password));
    }

    /**
     * Finds a key in a PKCS#11 token; it stays there. The first slot of the module that holds a
     * token is taken, and a token that was opened once stays open for this process. Loads the
     * module's library into this process, which no account that came from elsewhere should be able
     * to name.
     *
     * @param peer to be named in failures
     * @param library the path of the module's library
     * @param alias which key, when there are several; empty takes the only one
     * @param pin the caller closes it; empty for a token that needs none
     */
    public ClientIdentity fromToken(
            Endpoint peer, String library, String alias, Optional<Secret> pin)
            throws MailException {
        return usable(peer, () -> new Token(library).read(alias, pin));
    }

    /** Reads an entry. */
    private interface Source {
        KeyEntry read() throws Unreadable;
    }

    private ClientIdentity usable(Endpoint peer, Source source) throws MailException {
        try {
            ClientIdentity identity = source.read().identity();
            refuseExpired(peer, identity);
            return identity;
        } catch (Unreadable e) {
            throw new MailException(
                    new Failure.ClientCertificateRefused(
                            peer, ClientCertificateProblem.UNREADABLE, e.getMessage()),
                    e);
        }
    }

    /** Before connecting: servers say only that something is wrong. */
    private void refuseExpired(Endpoint peer, ClientIdentity identity) throws MailException {
        var expiry = CertificateExpiry.of(identity.chain().getFirst(), clock.instant());
        switch (expiry.standing()) {
            case EXPIRED -> throw expired(peer, "client.expired", expiry.ends());
            case NOT_YET_VALID -> throw expired(peer, "client.notYetValid", expiry.begins());
            case VALID, ENDS_SOON -> {}
        }
    }

    private static MailException expired(Endpoint peer, String key, Instant date) {
        return new MailException(
                new Failure.ClientCertificateRefused(
                        peer,
                        ClientCertificateProblem.EXPIRED,
                        Messages.text(key, Validity.day(date))));
    }
}
