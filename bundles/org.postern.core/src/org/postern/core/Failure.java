package org.postern.core;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why something that talks to a server did not work: a closed family of facts. It says what was
 * seen, never what it means to a person; that is the diagnosis's part. Nothing here holds a secret,
 * and text that came from a server is already {@linkplain Text#visible(String) made visible}.
 */
public sealed interface Failure {

    /** The name does not resolve to an address. */
    record NoSuchHost(String host) implements Failure {}

    /** The host answered that nothing listens on this port. */
    record Refused(Endpoint peer) implements Failure {}

    /** No way to the host: network down, no route, or a router said so. */
    record Unreachable(Endpoint peer, String detail) implements Failure {}

    /**
     * Nothing came within {@code after}. At {@link Step#GREETING} the peer accepted the connection
     * and stayed silent.
     */
    record TimedOut(Endpoint peer, Step step, Duration after) implements Failure {}

    /**
     * The peer ended the connection; {@code said} is its last words (an IMAP BYE, a POP3 -ERR), or
     * empty.
     */
    record Closed(Endpoint peer, Step step, String said) implements Failure {}

    /** The network broke in the middle of a working connection. */
    record Broken(Endpoint peer, Step step, String detail) implements Failure {}

    /**
     * TLS was asked for, but the peer answered in clear text. {@code said} is the beginning of what
     * it said.
     */
    record ClearTextOnTlsPort(Endpoint peer, Speaks speaks, String said) implements Failure {}

    /**
     * A clear connection was asked for, but the peer waits for TLS: a handshake tried afterwards
     * was answered.
     */
    record TlsOnClearTextPort(Endpoint peer) implements Failure {}

    /** The peer speaks, but not the protocol that was expected. */
    record OtherProtocol(Endpoint peer, String expected, Speaks speaks, String said)
            implements Failure {}

    /** The peer does not offer STARTTLS although the account requires it. */
    record StartTlsMissing(Endpoint peer) implements Failure {}

    /**
     * The peer offered STARTTLS and then would not, or answered something else than the protocol
     * allows.
     */
    record StartTlsRefused(Endpoint peer, String said) implements Failure {}

    /**
     * Bytes arrived in clear behind the STARTTLS answer: somebody in between tries to inject
     * responses.
     */
    record InjectedBeforeTls(Endpoint peer, int bytes) implements Failure {}

    /** The peer says it is logged in already, before any protection was negotiated. */
    record PreAuthenticated(Endpoint peer) implements Failure {}

    /** The peer has no protocol version that is still safe. */
    record TlsTooOld(Endpoint peer, String detail) implements Failure {}

    /** Client and server know no cipher, group or signature in common. */
    record NoCommonCipher(Endpoint peer, String detail) implements Failure {}

    /** The peer wants a certificate of ours, or does not want the one that it got. */
    record ClientCertificateRefused(Endpoint peer, ClientCertificateProblem problem, String detail)
            implements Failure {}

    /** The handshake failed for another reason than certificates, versions or ciphers. */
    record HandshakeFailed(Endpoint peer, String detail) implements Failure {}

    /**
     * The certificate was not accepted.
     *
     * @param chain as the peer sent it, leaf first
     * @param names the DNS names and IP addresses that the leaf is made out to
     */
    record CertificateRejected(
            Endpoint peer,
            CertificateProblem problem,
            List<X509Certificate> chain,
            List<String> names,
            String detail)
            implements Failure {
        public CertificateRejected {
            chain = List.copyOf(chain);
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return "CertificateRejected["
                    + peer
                    + ", "
                    + problem
                    + ", "
                    + names
                    + ", "
                    + detail
                    + "]";
        }
    }

    /** A policy on this machine does not allow the connection. */
    record PolicyDenied(String policy, String sentence) implements Failure {}

    /**
     * User name and password (or token) were not accepted. {@code code} is an RFC 5530 or RFC 2449
     * response code.
     */
    record LoginRejected(Endpoint peer, String said, Optional<String> code) implements Failure {}

    /**
     * The server and the account have no authentication mechanism in common. Nothing was tried.
     *
     * @param offered what the server offers, in its words
     */
    record MechanismMissing(Endpoint peer, List<String> offered) implements Failure {
        public MechanismMissing {
            offered = List.copyOf(offered);
        }
    }

    /**
     * The login could not be tied to the connection, where the account once logged in so at this
     * server or where that tells of somebody in between. Nothing weaker was tried.
     *
     * @param said what the server offers, or how it refused
     */
    record LoginNotBound(Endpoint peer, BindingProblem problem, String said) implements Failure {}

    /**
     * The server did not prove that it knows the password too (RFC 5802 §3), or asked for something
     * in the exchange that no sound server asks.
     */
    record ServerNotProven(Endpoint peer, String detail) implements Failure {}

    /**
     * The server does not let anybody log in over this kind of connection (LOGINDISABLED and its
     * kin).
     */
    record LoginDisabled(Endpoint peer, String said) implements Failure {}

    /** There is no password for the account, so nothing was tried. */
    record PasswordMissing(AccountId account) implements Failure {}

    /** The password store could not be read or written. */
    record CredentialsUnavailable(String detail) implements Failure {}

    /** The server answered a command with NO, BAD or -ERR. */
    record CommandRefused(Endpoint peer, String command, String said) implements Failure {}

    /**
     * The server said something that the protocol does not allow; {@code line} is its beginning,
     * redacted.
     */
    record ProtocolError(Endpoint peer, String what, String line) implements Failure {}

    /** The server sent more than the limit that is named. */
    record LimitExceeded(Endpoint peer, String limit) implements Failure {}

    /** No transport with this id is installed. */
    record NoSuchTransport(String transport) implements Failure {}

    /** The settings cannot be used as they are; {@code sentence} says which and why. */
    record BadSettings(String sentence) implements Failure {}

    /** A mailbox that was asked for is not there (any more). */
    record NoSuchMailbox(String mailbox) implements Failure {}

    /** Reading or writing on this machine failed. */
    record LocalStorage(String what, String detail) implements Failure {}
}
