package org.postern.diagnosis;

import org.postern.core.AccountId;
import org.postern.core.BindingProblem;
import org.postern.core.CertificateProblem;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Port;
import org.postern.core.Speaks;
import org.postern.core.Step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** At least one failure of every kind, and of every variation that a rule tells apart. */
final class Failures {

    static final Endpoint PEER = new Endpoint("mail.example.org", new Port(1093));

    private Failures() {}

    static List<Failure> all() {
        List<Failure> all = new ArrayList<>();
        all.add(new Failure.NoSuchHost("mail.example.org"));
        all.add(new Failure.Refused(PEER));
        all.add(new Failure.Unreachable(PEER, "no route"));
        for (Step step : Step.values()) {
            all.add(new Failure.TimedOut(PEER, step, Duration.ofSeconds(15)));
            all.add(new Failure.Closed(PEER, step, ""));
        }
        all.add(new Failure.Closed(PEER, Step.GREETING, "Too many connections"));
        all.add(new Failure.Broken(PEER, Step.MAIL, "reset"));
        for (Speaks speaks : Speaks.values()) {
            all.add(new Failure.ClearTextOnTlsPort(PEER, speaks, "hello"));
            all.add(new Failure.OtherProtocol(PEER, "IMAP", speaks, "hello"));
        }
        all.add(new Failure.ClearTextOnTlsPort(PEER, Speaks.NOTHING, ""));
        all.add(new Failure.TlsOnClearTextPort(PEER));
        all.add(new Failure.StartTlsMissing(PEER));
        all.add(new Failure.StartTlsRefused(PEER, "not now"));
        all.add(new Failure.InjectedBeforeTls(PEER, 12));
        all.add(new Failure.PreAuthenticated(PEER));
        all.add(new Failure.TlsTooOld(PEER, "TLSv1"));
        all.add(new Failure.HandshakeFailed(PEER, "no cipher in common"));
        all.add(new Failure.NoCommonCipher(PEER, "handshake_failure"));
        for (ClientCertificateProblem problem : ClientCertificateProblem.values()) {
            all.add(new Failure.ClientCertificateRefused(PEER, problem, "alert"));
        }
        all.add(new Failure.MechanismMissing(PEER, List.of("GSSAPI")));
        all.add(new Failure.ServerNotProven(PEER, "wrong signature"));
        for (BindingProblem problem : BindingProblem.values()) {
            all.add(new Failure.LoginNotBound(PEER, problem, "PLAIN"));
            all.add(new Failure.LoginNotBound(PEER, problem, ""));
        }
        for (CertificateProblem problem : CertificateProblem.values()) {
            all.add(
                    new Failure.CertificateRejected(
                            PEER, problem, List.of(), List.of("other.example.org"), "detail"));
        }
        all.add(new Failure.PolicyDenied("corporate", "Only through the tunnel."));
        for (String code :
                List.of(
                        "",
                        "AUTHENTICATIONFAILED",
                        "EXPIRED",
                        "AUTHORIZATIONFAILED",
                        "UNAVAILABLE",
                        "CONTACTADMIN")) {
            all.add(
                    new Failure.LoginRejected(
                            PEER, "no", Optional.of(code).filter(c -> !c.isEmpty())));
        }
        all.add(new Failure.LoginRejected(PEER, "", Optional.empty()));
        all.add(new Failure.LoginDisabled(PEER, ""));
        all.add(new Failure.PasswordMissing(new AccountId("a")));
        all.add(new Failure.CredentialsUnavailable("locked"));
        all.add(new Failure.CommandRefused(PEER, "SELECT", "no"));
        all.add(new Failure.ProtocolError(PEER, "a list", "* LIST"));
        all.add(new Failure.LimitExceeded(PEER, "64 KiB in a line"));
        all.add(new Failure.NoSuchTransport("jmap"));
        all.add(new Failure.BadSettings("There is no user name."));
        all.add(new Failure.NoSuchMailbox("Old"));
        all.add(new Failure.LocalStorage("message 7", "disk full"));
        return all;
    }
}
