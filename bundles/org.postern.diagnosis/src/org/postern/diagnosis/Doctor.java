package org.postern.diagnosis;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.internal.Climb;
import org.postern.diagnosis.internal.Consultation;
import org.postern.diagnosis.internal.Memory;
import org.postern.diagnosis.internal.Surroundings;
import org.postern.diagnosis.internal.Survey;
import org.postern.transport.OpenRequest;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds out whether an account works and, if it does not, why: climbs the ladder from the server's
 * name to the login, looks at the other ways to the server, and asks the rules. Works for every
 * transport that connects through its connector. Changes nothing, neither here nor there.
 *
 * <p>Thread-safe; every examination stands for itself.
 */
public final class Doctor implements Diagnostician {

    private final DoctorParts parts;
    private final Memory memory = new Memory();

    public Doctor(DoctorParts parts) {
        this.parts = Objects.requireNonNull(parts, "parts");
    }

    /** As {@link #examine(Account, Optional, SessionWork, Consumer, IProgressMonitor)}, alone. */
    public Examination examine(
            Account account,
            Optional<OpenRequest.Credentials> credentials,
            Consumer<RungResult> listener,
            IProgressMonitor monitor) {
        return examine(account, credentials, SessionWork.NOTHING, listener, monitor);
    }

    /**
     * Tries an account from the name to the login. Blocks for as long as the time-outs say, and
     * after a failure for eight seconds more at most.
     *
     * @param account need not be stored
     * @param credentials empty tries everything up to the login and sends no user name; then an
     *     account works when it comes so far
     * @param work is done with the session before it is closed; not called without a login
     * @param listener hears every change of a rung, on any thread; it must be quick
     * @param monitor cancelling closes all connections
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled
     */
    public Examination examine(
            Account account,
            Optional<OpenRequest.Credentials> credentials,
            SessionWork work,
            Consumer<RungResult> listener,
            IProgressMonitor monitor) {
        Climb climb = new Climb(account, parts, listener);
        climb.run(credentials, work, monitor);
        return climb.failure().isPresent()
                ? explained(climb, climb.failure().get(), monitor)
                : climb.sound(consult(account).warnings(climb.observations(), climb.posture()));
    }

    private Examination explained(Climb climb, Failure failure, IProgressMonitor monitor) {
        Account account = climb.account();
        Surroundings seen = survey(account, failure, monitor).onTheWay(climb.observations());
        memory.keep(account, failure, seen);
        Diagnosis diagnosis = consult(account).diagnosis(failure, seen, climb.posture());
        return climb.broken(failure, diagnosis, seen.siblings());
    }

    /**
     * Explains a failure that somebody else met: looks at the other ways to the server, for eight
     * seconds at most, and asks the rules.
     *
     * @param account as it was tried
     * @param monitor cancelling closes all connections
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled
     */
    @Override
    public Diagnosis explain(Account account, Failure failure, IProgressMonitor monitor) {
        Surroundings seen = survey(account, failure, monitor);
        memory.keep(account, failure, seen);
        return consult(account).diagnosis(failure, seen, Optional.empty());
    }

    /** The same from what is known already, without connecting. */
    @Override
    public Diagnosis diagnose(Account account, Failure failure) {
        Surroundings seen = memory.recall(account, failure);
        return consult(account).diagnosis(failure, seen, Optional.empty());
    }

    private Surroundings survey(Account account, Failure failure, IProgressMonitor monitor) {
        if (!Survey.helps(failure)) {
            return Surroundings.UNSEEN;
        }
        return new Survey(account, parts).run(monitor);
    }

    private Consultation consult(Account account) {
        return new Consultation(account, parts);
    }
}
