package org.postern.sync.tests;

import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.sync.tests.Letter.Certifies;
import org.postern.sync.tests.Letter.Judges;

import java.util.Optional;

/**
 * The model: what must come of an attempt, written down from the RFCs and from what policies mean,
 * and from nothing in the code.
 *
 * @param planned how the account is to connect
 * @param imap or else POP3
 * @param letter what server and policies do
 */
record GateExpectation(Security planned, boolean imap, Letter letter) {

    /** Whether it ends in a login. */
    boolean logsIn() {
        return failure().isEmpty();
    }

    /** Whether this came of it. */
    boolean meets(GateOutcome outcome) {
        boolean clear = logsIn() && planned == Security.NONE;
        return failure().equals(outcome.failure().map(Failure::getClass))
                && outcome.loggedIn() == logsIn()
                && outcome.inClear() == clear;
    }

    /** Why it fails, in the order in which a client comes to know; empty when it does not. */
    Optional<Class<? extends Failure>> failure() {
        return switch (planned) {
            case NONE -> policy().or(this::greeting);
            case STARTTLS ->
                    policy().or(this::greeting).or(this::startTls).or(this::version).or(this::tls);
            case TLS -> policy().or(this::version).or(this::tls).or(this::greeting);
        };
    }

    private Optional<Class<? extends Failure>> policy() {
        boolean allowed =
                switch (letter.judges()) {
                    case ALLOW, WARN -> true;
                    case REQUIRE_PROTECTED, REQUIRE_TLS_1_3 -> planned != Security.NONE;
                    case REQUIRE_IMPLICIT -> planned == Security.TLS;
                    case DENY, THROW -> false;
                };
        return allowed ? Optional.empty() : Optional.of(Failure.PolicyDenied.class);
    }

    private Optional<Class<? extends Failure>> version() {
        boolean old =
                letter.certifies() == Certifies.SOUND_BY_TLS_1_2
                        || letter.certifies() == Certifies.OLD_TLS_ONLY;
        boolean met = !old || letter.judges() != Judges.REQUIRE_TLS_1_3;
        return met ? Optional.empty() : Optional.of(Failure.PolicyDenied.class);
    }

    private Optional<Class<? extends Failure>> greeting() {
        return switch (letter.greets()) {
            case OK, OK_WITH_OFFERS -> Optional.empty();
            case PREAUTH ->
                    Optional.of(
                            imap ? Failure.PreAuthenticated.class : Failure.OtherProtocol.class);
            case OTHER_PROTOCOL -> Optional.of(Failure.OtherProtocol.class);
            case TOO_LONG ->
                    Optional.of(
                            planned == Security.TLS
                                    ? Failure.LimitExceeded.class
                                    : Failure.OtherProtocol.class);
            case TLS_BYTES ->
                    Optional.of(
                            planned == Security.TLS
                                    ? Failure.OtherProtocol.class
                                    : Failure.TlsOnClearTextPort.class);
            case BYE, HANGS_UP -> Optional.of(Failure.Closed.class);
        };
    }

    private Optional<Class<? extends Failure>> startTls() {
        return switch (letter.answers()) {
            case ACCEPTED, ACCEPTED_AFTER_NOISE -> Optional.empty();
            case NOT_OFFERED, NO_CAPABILITIES -> Optional.of(Failure.StartTlsMissing.class);
            case EARLY, REFUSED, BAD, UNTAGGED, WRONG_TAG, GARBLED ->
                    Optional.of(Failure.StartTlsRefused.class);
            case INJECTED -> Optional.of(Failure.InjectedBeforeTls.class);
            case BYE -> Optional.of(imap ? Failure.Closed.class : Failure.StartTlsRefused.class);
            case TOO_LONG -> Optional.of(Failure.LimitExceeded.class);
            case HANGS_UP -> Optional.of(Failure.Closed.class);
        };
    }

    private Optional<Class<? extends Failure>> tls() {
        return switch (letter.certifies()) {
            case SOUND, SOUND_BY_TLS_1_2 -> Optional.empty();
            case WRONG_HOST, SELF_SIGNED, EXPIRED, UNKNOWN_ISSUER ->
                    Optional.of(Failure.CertificateRejected.class);
            case OLD_TLS_ONLY -> Optional.of(Failure.TlsTooOld.class);
            case CLEAR_TEXT ->
                    Optional.of(
                            planned == Security.TLS
                                    ? Failure.ClearTextOnTlsPort.class
                                    : Failure.InjectedBeforeTls.class);
            case HANGS_UP -> Optional.of(Failure.Closed.class);
        };
    }
}
