package org.postern.diagnosis.internal;

import org.postern.core.Failure;

/** What became of a way that was tried on the side, in a few words. */
final class Outcomes {

    private Outcomes() {}

    static String of(Failure failure) {
        return switch (failure) {
            case Failure.Refused f -> Messages.format("way.refused");
            case Failure.TimedOut f -> Messages.format("way.timedOut");
            case Failure.Unreachable f -> Messages.format("way.unreachable");
            case Failure.ClearTextOnTlsPort f -> Messages.format("way.noSsl");
            case Failure.TlsOnClearTextPort f -> Messages.format("way.sslOnly");
            case Failure.OtherProtocol f -> Messages.format("way.other", Names.of(f.speaks()));
            case Failure.StartTlsMissing f -> Messages.format("way.noStartTls");
            case Failure.CertificateRejected f -> Messages.format("way.certificate");
            case Failure.PolicyDenied f -> Messages.format("way.policy", f.policy());
            case Failure.LoginDisabled f -> Messages.format("way.noLogin");
            default -> Messages.format("way.fails");
        };
    }
}
