package org.postern.diagnosis;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.internal.CertificateRules;
import org.postern.diagnosis.internal.Finding;
import org.postern.diagnosis.internal.LocalRules;
import org.postern.diagnosis.internal.MailRules;
import org.postern.diagnosis.internal.Mends;
import org.postern.diagnosis.internal.NetworkRules;
import org.postern.diagnosis.internal.ProtocolRules;
import org.postern.diagnosis.internal.TlsRules;
import org.postern.security.PortPolicies;
import org.postern.transport.Transports;

/**
 * One rule per failure: the switch is exhaustive, so a failure without a rule does not compile.
 * Thread-safe; texts are in the language of the platform.
 */
public final class RuleDiagnostician implements Diagnostician {

    private final Transports transports;
    private final PortPolicies ports;

    public RuleDiagnostician(Transports transports, PortPolicies ports) {
        this.transports = transports;
        this.ports = ports;
    }

    @Override
    public Diagnosis diagnose(Account account, Failure failure) {
        Mends mends = new Mends(account.incoming(), transports, ports);
        return finding(failure, mends).about(account, failure, mends);
    }

    private static Finding finding(Failure failure, Mends mends) {
        return switch (failure) {
            case Failure.NoSuchHost f -> NetworkRules.noSuchHost(f);
            case Failure.Refused f -> NetworkRules.refused(mends);
            case Failure.Unreachable f -> NetworkRules.unreachable(f);
            case Failure.TimedOut f -> NetworkRules.timedOut(f, mends);
            case Failure.Closed f -> NetworkRules.closed(f, mends);
            case Failure.Broken f -> NetworkRules.broken(f);
            case Failure.ClearTextOnTlsPort f -> TlsRules.clearText(f, mends);
            case Failure.TlsOnClearTextPort f -> TlsRules.tlsOnly(mends);
            case Failure.TlsTooOld f -> TlsRules.tooOld(f);
            case Failure.HandshakeFailed f -> TlsRules.handshake(f);
            case Failure.NoCommonCipher f -> TlsRules.noCommonCipher(f);
            case Failure.ClientCertificateRefused f -> TlsRules.clientCertificate(f);
            case Failure.MechanismMissing f -> MailRules.mechanismMissing(f);
            case Failure.ServerNotProven f -> MailRules.serverNotProven(f);
            case Failure.OtherProtocol f -> ProtocolRules.other(f, mends);
            case Failure.StartTlsMissing f -> TlsRules.startTlsMissing(mends);
            case Failure.StartTlsRefused f -> TlsRules.startTlsRefused(f, mends);
            case Failure.InjectedBeforeTls f -> TlsRules.injected(f);
            case Failure.PreAuthenticated f -> TlsRules.preAuthenticated();
            case Failure.CertificateRejected f -> CertificateRules.rejected(f);
            case Failure.PolicyDenied f -> LocalRules.policy(f);
            case Failure.LoginRejected f -> MailRules.loginRejected(f);
            case Failure.LoginDisabled f -> MailRules.loginDisabled(f, mends);
            case Failure.PasswordMissing f -> LocalRules.passwordMissing();
            case Failure.CredentialsUnavailable f -> LocalRules.credentials(f);
            case Failure.CommandRefused f -> MailRules.commandRefused(f);
            case Failure.ProtocolError f -> ProtocolRules.error(f);
            case Failure.LimitExceeded f -> ProtocolRules.limit(f);
            case Failure.NoSuchTransport f -> LocalRules.transport(f);
            case Failure.BadSettings f -> LocalRules.settings(f);
            case Failure.NoSuchMailbox f -> MailRules.noSuchMailbox(f);
            case Failure.LocalStorage f -> LocalRules.storage(f);
        };
    }
}
