package org.postern.ui.internal.certificates;

import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.ui.internal.Messages;

/** What is wrong with a certificate, as a sentence. */
final class CertificateProblems {

    private CertificateProblems() {}

    /** As the judge found it, in full; where that is not known any more, by its kind. */
    static String sentence(Failure.CertificateRejected rejected) {
        return rejected.detail().isBlank() ? sentence(rejected.problem()) : rejected.detail();
    }

    private static String sentence(CertificateProblem problem) {
        return switch (problem) {
            case UNKNOWN_ISSUER -> Messages.Certificate_unknownIssuer;
            case INCOMPLETE_CHAIN -> Messages.Certificate_incomplete;
            case PIN_CHANGED -> Messages.Certificate_changed;
            case SELF_SIGNED -> Messages.Certificate_selfSigned;
            case EXPIRED -> Messages.Certificate_isExpired;
            case NOT_YET_VALID -> Messages.Certificate_isNotYet;
            case WRONG_HOST -> Messages.Certificate_wrongHost;
            case WEAK -> Messages.Certificate_weak;
            case NOT_FOR_SERVERS -> Messages.Certificate_notForServers;
            case REVOKED -> Messages.Certificate_revoked;
            case OTHER -> Messages.Certificate_other;
        };
    }
}
