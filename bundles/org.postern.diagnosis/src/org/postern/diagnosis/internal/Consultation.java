package org.postern.diagnosis.internal;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.DoctorParts;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mends;
import org.postern.net.Observation;
import org.postern.net.Posture;
import org.postern.transport.ConnectionPlan;

import java.util.List;
import java.util.Optional;

/** Asks the rules about an account. */
public final class Consultation {

    private final Account account;
    private final DoctorParts parts;
    private final Mends mends;

    public Consultation(Account account, DoctorParts parts) {
        this.account = account;
        this.parts = parts;
        this.mends = new Mends(account.incoming(), parts.transports(), parts.ports());
    }

    /** What was tried, for a person. */
    String tried() {
        return Tried.of(account.incoming(), mends);
    }

    public Diagnosis diagnosis(Failure failure, Surroundings seen, Optional<Posture> posture) {
        Facts facts = facts(Optional.of(failure), seen, posture);
        return about(facts, parts.rules().cause(facts));
    }

    /** What should be known although it works. */
    public List<Diagnosis> warnings(List<Observation> observations, Optional<Posture> posture) {
        Surroundings seen = new Surroundings(observations, List.of());
        Facts facts = facts(Optional.empty(), seen, posture);
        return parts.rules().warnings(facts).stream().map(found -> about(facts, found)).toList();
    }

    private Diagnosis about(Facts facts, Finding found) {
        return new Diagnosis(
                found.cause(),
                tried(),
                found.seen(),
                found.meaning(),
                found.advice(),
                found.mends(),
                Evidences.of(facts, found.evidence()));
    }

    private Facts facts(Optional<Failure> failure, Surroundings seen, Optional<Posture> posture) {
        return new Facts(
                account,
                failure,
                seen.observations(),
                seen.siblings(),
                posture,
                metBefore(),
                parts.clock().instant(),
                mends);
    }

    /** Whether a certificate of this very server was accepted once, so that it can do TLS. */
    private boolean metBefore() {
        try {
            ConnectionPlan plan = ConnectionPlan.of(account, parts.transports(), parts.ports());
            return plan.security() != Security.NONE
                    && plan.endpoint()
                            .flatMap(server -> parts.pins().lastAccepted(account.id(), server))
                            .isPresent();
        } catch (MailException e) {
            // Settings that cannot be used have met nobody.
            return false;
        }
    }
}
