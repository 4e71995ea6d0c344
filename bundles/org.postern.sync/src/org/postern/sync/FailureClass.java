package org.postern.sync;

import org.postern.core.Failure;
import org.postern.core.Step;

import java.util.Locale;
import java.util.Set;

/** What a failure means for going on. */
public enum FailureClass {
    /** What was asked for is not to be had: nothing is tried until somebody changes something. */
    CANNOT,
    /** It may pass by itself: try again later. */
    TEMPORARY,
    /** Another password is needed. */
    PASSWORD;

    /** Response codes by which a server says "not now" to a login (RFC 5530, 2449, 3206). */
    private static final Set<String> NOT_NOW =
            Set.of(
                    "UNAVAILABLE",
                    "INUSE",
                    "IN-USE",
                    "LIMIT",
                    "LOGIN-DELAY",
                    "SYS/TEMP",
                    "OVERQUOTA");

    /** Codes of a login that no other password would mend. */
    private static final Set<String> NOT_LIKE_THIS =
            Set.of("PRIVACYREQUIRED", "SYS/PERM", "AUTHORIZATIONFAILED", "CONTACTADMIN");

    /**
     * Judges a failure. A server that cannot be reached under settings that ask for protection and
     * have never worked counts as one that does not offer it: a wrong port would else be tried for
     * ever, with the user none the wiser.
     *
     * @param proven whether these very settings have worked before
     * @param wantsProtection whether they ask for TLS in any form
     */
    public static FailureClass of(Failure failure, boolean proven, boolean wantsProtection) {
        boolean doubtful = !proven && wantsProtection;
        return switch (failure) {
            case Failure.NoSuchHost f -> doubtful ? CANNOT : TEMPORARY;
            case Failure.Refused f -> doubtful ? CANNOT : TEMPORARY;
            case Failure.TimedOut f -> doubtful && early(f.step()) ? CANNOT : TEMPORARY;
            case Failure.Closed f -> doubtful && f.step() == Step.HANDSHAKE ? CANNOT : TEMPORARY;
            case Failure.LoginRejected f -> login(f);
            case Failure.Unreachable f -> TEMPORARY;
            case Failure.Broken f -> TEMPORARY;
            case Failure.CommandRefused f -> TEMPORARY;
            case Failure.ProtocolError f -> TEMPORARY;
            case Failure.LimitExceeded f -> TEMPORARY;
            case Failure.NoSuchMailbox f -> TEMPORARY;
            case Failure.LocalStorage f -> TEMPORARY;
            case Failure.PasswordMissing f -> PASSWORD;
            case Failure.CredentialsUnavailable f -> PASSWORD;
            case Failure.ClearTextOnTlsPort f -> CANNOT;
            case Failure.TlsOnClearTextPort f -> CANNOT;
            case Failure.OtherProtocol f -> CANNOT;
            case Failure.StartTlsMissing f -> CANNOT;
            case Failure.StartTlsRefused f -> CANNOT;
            case Failure.InjectedBeforeTls f -> CANNOT;
            case Failure.PreAuthenticated f -> CANNOT;
            case Failure.TlsTooOld f -> CANNOT;
            case Failure.HandshakeFailed f -> CANNOT;
            case Failure.CertificateRejected f -> CANNOT;
            case Failure.NoCommonCipher f -> CANNOT;
            case Failure.ClientCertificateRefused f -> CANNOT;
            case Failure.MechanismMissing f -> CANNOT;
            case Failure.ServerNotProven f -> CANNOT;
            case Failure.LoginNotBound f -> CANNOT;
            case Failure.PolicyDenied f -> CANNOT;
            case Failure.LoginDisabled f -> CANNOT;
            case Failure.NoSuchTransport f -> CANNOT;
            case Failure.BadSettings f -> CANNOT;
        };
    }

    private static boolean early(Step step) {
        return step == Step.CONNECT || step == Step.GREETING || step == Step.HANDSHAKE;
    }

    private static FailureClass login(Failure.LoginRejected rejected) {
        String code = rejected.code().orElse("").toUpperCase(Locale.ROOT);
        if (NOT_LIKE_THIS.contains(code)) {
            return CANNOT;
        }
        return NOT_NOW.contains(code) ? TEMPORARY : PASSWORD;
    }
}
