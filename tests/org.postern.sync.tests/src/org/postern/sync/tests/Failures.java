package org.postern.sync.tests;

import org.postern.core.AccountId;
import org.postern.core.BindingProblem;
import org.postern.core.CertificateProblem;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Port;
import org.postern.core.Speaks;
import org.postern.core.Step;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One of every kind of failure. */
final class Failures {

    static final Endpoint PEER = new Endpoint("::1", new Port(993));

    private Failures() {}

    static List<Failure> all(List<X509Certificate> chain) {
        return List.of(
                new Failure.NoSuchHost("mail.example.org"),
                new Failure.Refused(PEER),
                new Failure.Unreachable(PEER, "no route"),
                new Failure.TimedOut(PEER, Step.GREETING, Duration.ofSeconds(15)),
                new Failure.Closed(PEER, Step.HANDSHAKE, "bye = bye \\ \u00b7"),
                new Failure.Broken(PEER, Step.MAIL, "reset"),
                new Failure.ClearTextOnTlsPort(PEER, Speaks.IMAP, "* OK"),
                new Failure.TlsOnClearTextPort(PEER),
                new Failure.OtherProtocol(PEER, "IMAP", Speaks.SSH, "SSH-2.0"),
                new Failure.StartTlsMissing(PEER),
                new Failure.StartTlsRefused(PEER, ""),
                new Failure.InjectedBeforeTls(PEER, 17),
                new Failure.PreAuthenticated(PEER),
                new Failure.TlsTooOld(PEER, "TLSv1"),
                new Failure.HandshakeFailed(PEER, "alert"),
                new Failure.NoCommonCipher(PEER, "handshake_failure"),
                new Failure.ClientCertificateRefused(
                        PEER, ClientCertificateProblem.REJECTED, "unknown_ca"),
                new Failure.MechanismMissing(PEER, List.of("GSSAPI", "NTLM")),
                new Failure.ServerNotProven(PEER, "wrong signature"),
                new Failure.LoginNotBound(PEER, BindingProblem.NOT_OFFERED, "PLAIN"),
                new Failure.CertificateRejected(
                        PEER,
                        CertificateProblem.WRONG_HOST,
                        chain,
                        List.of("a.example.org", "b.example.org"),
                        "other names"),
                new Failure.PolicyDenied("company", "Not from here."),
                new Failure.LoginRejected(PEER, "no", Optional.of("AUTHENTICATIONFAILED")),
                new Failure.LoginDisabled(PEER, "not in clear"),
                new Failure.PasswordMissing(new AccountId("a")),
                new Failure.CredentialsUnavailable("locked"),
                new Failure.CommandRefused(PEER, "LIST", "NO"),
                new Failure.ProtocolError(PEER, "a literal", "* {"),
                new Failure.LimitExceeded(PEER, "line length"),
                new Failure.NoSuchTransport("gone"),
                new Failure.BadSettings("No."),
                new Failure.NoSuchMailbox("INBOX"),
                new Failure.LocalStorage("mail", "disk full"));
    }
}
