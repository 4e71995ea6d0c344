package org.postern.diagnosis.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.DoctorParts;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.RungResult;
import org.postern.diagnosis.SessionWork;
import org.postern.diagnosis.Sibling;
import org.postern.net.Observation;
import org.postern.net.Posture;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One try of an account with somebody who looks on. */
public final class Climb {

    private final Account account;
    private final DoctorParts parts;
    private final Ladder ladder;
    private final List<Observation> observations = new CopyOnWriteArrayList<>();
    private final Withheld withheld;
    private Security security;
    private Optional<Posture> posture = Optional.empty();
    private OptionalInt mailboxes = OptionalInt.empty();
    private Optional<Failure> failure = Optional.empty();

    public Climb(Account account, DoctorParts parts, Consumer<RungResult> listener) {
        this.account = account;
        this.parts = parts;
        this.ladder = new Ladder(listener);
        this.withheld = new Withheld(account.id());
        this.security = account.incoming().security();
    }

    public Account account() {
        return account;
    }

    public List<Observation> observations() {
        return List.copyOf(observations);
    }

    public Optional<Posture> posture() {
        return posture;
    }

    /** What ended it; empty when it works. */
    public Optional<Failure> failure() {
        return failure;
    }

    public void run(
            Optional<OpenRequest.Credentials> credentials,
            SessionWork work,
            IProgressMonitor monitor) {
        try {
            climb(credentials, work, monitor);
        } catch (MailException e) {
            failure = withheld.asked() ? Optional.empty() : Optional.of(e.failure());
        } catch (OperationCanceledException e) {
            throw e;
        } catch (RuntimeException e) {
            failure = Optional.of(broken(e));
        }
    }

    /**
     * A stranger's transport failed by an error of its own. Its message is not shown, since nobody
     * knows what is written into it.
     */
    private Failure broken(RuntimeException e) {
        String what = Messages.format("transport.failed", account.incoming().transport());
        return new Failure.LocalStorage(what, e.getClass().getName());
    }

    private void climb(
            Optional<OpenRequest.Credentials> credentials,
            SessionWork work,
            IProgressMonitor monitor)
            throws MailException {
        ConnectionPlan plan = ConnectionPlan.of(account, parts.transports(), parts.ports());
        security = plan.security();
        Watching watching =
                new Watching(parts.connecting().connector(account, security), this::seen);
        OpenRequest request = plan.request(account, credentials.orElse(withheld), parts.timeouts());
        ladder.begin();
        try (MailSession session =
                parts.transports().load(plan.transport().id()).open(request, watching, monitor)) {
            posture = session.posture();
            mailboxes = OptionalInt.of(session.mailboxes(monitor).size());
            work.use(session, monitor);
        } finally {
            posture = posture.or(watching::posture);
        }
    }

    private synchronized void seen(Observation seen) {
        observations.add(seen);
        ladder.seen(seen);
    }

    /** The outcome when it works. */
    public Examination sound(List<Diagnosis> warnings) {
        ladder.reached(security, mailboxes.isPresent());
        return examination(Optional.empty(), warnings, List.of());
    }

    /** The outcome when it does not. */
    public Examination broken(Failure ended, Diagnosis diagnosis, List<Sibling> siblings) {
        ladder.failed(ended, diagnosis, security);
        return examination(Optional.of(diagnosis), List.of(), siblings);
    }

    private Examination examination(
            Optional<Diagnosis> diagnosis, List<Diagnosis> warnings, List<Sibling> siblings) {
        return new Examination(
                account,
                new Consultation(account, parts).tried(),
                ladder.results(),
                failure,
                diagnosis,
                warnings,
                posture,
                mailboxes,
                siblings);
    }
}
