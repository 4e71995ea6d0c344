package org.postern.diagnosis.internal;

import org.postern.core.BindingProblem;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.diagnosis.Rung;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rung a failure breaks, and what must have held before. */
final class Rungs {

    private static final Set<Rung> OF_TLS = Set.of(Rung.TLS, Rung.CHAIN, Rung.IDENTITY);

    private Rungs() {}

    /** Whether the rung is on the ladder of that mode at all. */
    static boolean belongs(Rung rung, Security security) {
        return security.isProtected() || !OF_TLS.contains(rung);
    }

    static Rung of(CertificateProblem problem) {
        return problem == CertificateProblem.WRONG_HOST ? Rung.IDENTITY : Rung.CHAIN;
    }

    /** Empty when nothing was tried, or when a policy objected somewhere on the way. */
    static Optional<Rung> of(Failure failure, Security security) {
        return switch (failure) {
            case Failure.NoSuchHost f -> Optional.of(Rung.NAME);
            case Failure.Refused f -> Optional.of(Rung.TCP);
            case Failure.Unreachable f -> Optional.of(Rung.ADDRESS);
            case Failure.TimedOut f -> Optional.of(at(f.step(), false));
            case Failure.Closed f -> Optional.of(at(f.step(), !f.said().isEmpty()));
            case Failure.Broken f -> Optional.of(at(f.step(), false));
            case Failure.ClearTextOnTlsPort f -> Optional.of(Rung.PROTOCOL);
            case Failure.TlsOnClearTextPort f -> Optional.of(Rung.PROTOCOL);
            case Failure.OtherProtocol f -> Optional.of(Rung.PROTOCOL);
            case Failure.PreAuthenticated f -> Optional.of(Rung.PROTOCOL);
            case Failure.ProtocolError f -> Optional.empty();
            case Failure.LimitExceeded f -> Optional.empty();
            case Failure.StartTlsMissing f -> Optional.of(Rung.TLS);
            case Failure.StartTlsRefused f -> Optional.of(Rung.TLS);
            case Failure.InjectedBeforeTls f -> Optional.of(Rung.TLS);
            case Failure.TlsTooOld f -> Optional.of(Rung.TLS);
            case Failure.NoCommonCipher f -> Optional.of(Rung.TLS);
            case Failure.HandshakeFailed f -> Optional.of(Rung.TLS);
            case Failure.ClientCertificateRefused f -> Optional.of(Rung.TLS);
            case Failure.CertificateRejected f -> Optional.of(of(f.problem()));
            case Failure.LoginDisabled f -> Optional.of(Rung.CAPABILITIES);
            case Failure.MechanismMissing f -> Optional.of(Rung.CAPABILITIES);
            case Failure.LoginRejected f -> Optional.of(Rung.LOGIN);
            case Failure.ServerNotProven f -> Optional.of(Rung.LOGIN);
            case Failure.LoginNotBound f -> Optional.of(of(f.problem()));
            case Failure.PasswordMissing f -> Optional.of(Rung.LOGIN);
            case Failure.CredentialsUnavailable f -> Optional.of(Rung.LOGIN);
            case Failure.CommandRefused f -> Optional.of(Rung.LOGIN);
            case Failure.NoSuchMailbox f -> Optional.of(Rung.LOGIN);
            case Failure.LocalStorage f -> Optional.empty();
            case Failure.PolicyDenied f -> Optional.empty();
            case Failure.NoSuchTransport f -> Optional.empty();
            case Failure.BadSettings f -> Optional.empty();
        };
    }

    private static Rung of(BindingProblem problem) {
        return switch (problem) {
            case NOT_OFFERED, UNABLE -> Rung.CAPABILITIES;
            case REFUSED, DIFFERS, STRIPPED -> Rung.LOGIN;
        };
    }

    private static Rung at(Step step, boolean spoke) {
        return switch (step) {
            case RESOLVE -> Rung.NAME;
            case CONNECT -> Rung.TCP;
            case HANDSHAKE -> Rung.TLS;
            case GREETING -> spoke ? Rung.PROTOCOL : Rung.FIRST_BYTES;
            case STARTTLS -> Rung.TLS;
            case LOGIN, MAIL -> Rung.LOGIN;
        };
    }

    /**
     * What must have held for that failure to be seen. A handshake that failed says nothing of
     * certificates, and inside of implicit TLS the greeting comes last.
     */
    static List<Rung> before(Rung broken, Failure failure, Security security) {
        if (failure instanceof Failure.CertificateRejected) {
            return List.of(Rung.NAME, Rung.ADDRESS, Rung.TCP, Rung.FIRST_BYTES);
        }
        if (silent(failure)) {
            return List.of(Rung.NAME, Rung.ADDRESS, Rung.TCP);
        }
        return Arrays.stream(Rung.values())
                .filter(rung -> rung.compareTo(broken) < 0)
                .filter(rung -> belongs(rung, security))
                .filter(
                        rung ->
                                broken != Rung.TLS
                                        || security == Security.STARTTLS
                                        || rung != Rung.PROTOCOL)
                .toList();
    }

    /** A handshake that nobody answered. */
    private static boolean silent(Failure failure) {
        return failure instanceof Failure.TimedOut late && late.step() == Step.HANDSHAKE
                || failure instanceof Failure.Closed end && end.step() == Step.HANDSHAKE;
    }
}
