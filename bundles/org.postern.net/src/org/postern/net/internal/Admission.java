package org.postern.net.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.ConnectRequest;
import org.postern.security.Judgement;
import org.postern.security.ReferenceHost;
import org.postern.security.Verdict;
import org.postern.security.Verdict.Requirement;

import java.util.List;
import java.util.Optional;

/** Whether a connection may be made, and what it must hold: the policies' part of an attempt. */
final class Admission {

    private final Security security;
    private final Judgement judgement;
    private final ReferenceHost host;

    /**
     * @throws MailException when the connection must not be made
     */
    Admission(ConnectRequest request, Judgement judgement) throws MailException {
        this.security = request.security();
        this.judgement = judgement;
        refuseDenied();
        refuseUnmet();
        host = readHost(request.endpoint().host());
    }

    private void refuseDenied() throws MailException {
        Optional<Verdict> denial = judgement.denial();
        if (denial.isPresent()) {
            throw denied(denial.get());
        }
    }

    private void refuseUnmet() throws MailException {
        for (Requirement each : judgement.requirements()) {
            if (!canHold(each)) {
                throw unmet(each);
            }
        }
    }

    private boolean canHold(Requirement requirement) {
        return switch (requirement) {
            case PROTECTED, TLS_1_3 -> security.isProtected();
            case IMPLICIT_TLS -> security == Security.TLS;
        };
    }

    private static ReferenceHost readHost(String host) throws MailException {
        try {
            return ReferenceHost.of(host);
        } catch (IllegalArgumentException e) {
            throw new MailException(new Failure.BadSettings(e.getMessage()), e);
        }
    }

    ReferenceHost host() {
        return host;
    }

    List<String> warnings() {
        return judgement.warnings();
    }

    /** What policies demanded and this connection holds. */
    List<String> forced() {
        return judgement.verdicts().stream()
                .filter(verdict -> verdict.level() == Verdict.Level.REQUIRE)
                .map(Verdict::sentence)
                .toList();
    }

    boolean newestTlsOnly() {
        return judgement.requirements().contains(Requirement.TLS_1_3);
    }

    TlsParameters parameters() {
        return newestTlsOnly() ? TlsParameters.NEWEST : TlsParameters.SAFE;
    }

    /** The failure that names who required what does not hold. */
    MailException unmet(Requirement requirement) {
        return denied(judgement.requiring(requirement).orElseThrow());
    }

    private static MailException denied(Verdict verdict) {
        return new MailException(new Failure.PolicyDenied(verdict.policy(), verdict.sentence()));
    }
}
