package org.postern.transport;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.net.Timeouts;

import java.util.Objects;
import java.util.Optional;

/**
 * What a transport gets to open a session.
 *
 * @param account whose
 * @param location the host, or the folder for a transport whose {@link
 *     TransportDescriptor.Location} is a folder
 * @param endpoint the host with the port that the policies chose; empty for a folder
 * @param security what was promised; never weaker than the transport's own mode
 * @param user may be empty where nobody logs in
 * @param credentials gives the secret when, and only when, it is needed: after the connection is
 *     protected as promised, the server's capabilities are known and a mechanism was chosen, and
 *     before the user's name is sent. So a request whose credentials throw tries everything up to
 *     the login and gives nothing away. Nobody is asked where a certificate logs in
 * @param timeouts for its connections
 * @param login how the user wants to prove who it is
 */
public record OpenRequest(
        AccountId account,
        String location,
        Optional<Endpoint> endpoint,
        Security security,
        String user,
        Credentials credentials,
        Timeouts timeouts,
        LoginWish login) {

    public OpenRequest {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(login, "login");
    }

    /** A request of somebody with a password. */
    public OpenRequest(
            AccountId account,
            String location,
            Optional<Endpoint> endpoint,
            Security security,
            String user,
            Credentials credentials,
            Timeouts timeouts) {
        this(
                account,
                location,
                endpoint,
                security,
                user,
                credentials,
                timeouts,
                LoginWish.PASSWORD);
    }

    /**
     * The endpoint of a transport that has one.
     *
     * @throws MailException with {@link Failure.BadSettings} when there is none
     */
    public Endpoint requireEndpoint() throws MailException {
        return endpoint.orElseThrow(
                () -> new MailException(new Failure.BadSettings("no server: " + location)));
    }

    /** Where the secret comes from. */
    @FunctionalInterface
    public interface Credentials {
        /**
         * @return a fresh copy; the caller closes it
         * @throws MailException with {@link Failure.PasswordMissing} or {@link
         *     Failure.CredentialsUnavailable}
         */
        Secret secret() throws MailException;
    }
}
