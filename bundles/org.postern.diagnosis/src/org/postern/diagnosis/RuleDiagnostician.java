package org.postern.diagnosis;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.internal.Consultation;
import org.postern.diagnosis.internal.Surroundings;
import org.postern.net.Timeouts;
import org.postern.security.Pins;
import org.postern.security.PortPolicies;
import org.postern.transport.Transports;

import java.time.Clock;
import java.util.Optional;

/** Asks Postern's own rules and never connects. Thread-safe. */
public final class RuleDiagnostician implements Diagnostician {

    private final DoctorParts parts;

    public RuleDiagnostician(Transports transports, PortPolicies ports) {
        parts =
                new DoctorParts(
                        transports,
                        ports,
                        Rules.builtIn(),
                        (account, least) -> {
                            throw new IllegalStateException("asked to connect");
                        },
                        Pins.NONE,
                        Timeouts.DEFAULT,
                        Clock.systemUTC());
    }

    @Override
    public Diagnosis diagnose(Account account, Failure failure) {
        return new Consultation(account, parts)
                .diagnosis(failure, Surroundings.UNSEEN, Optional.empty());
    }
}
