package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.diagnosis.Diagnosis;
import org.postern.sync.TrialResult;
import org.postern.sync.TrialSecrets;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.function.Consumer;

/** Tries settings without storing anything. */
public final class TryAccount extends MailJob {

    /** What came of a trial. */
    public sealed interface Outcome {

        /** It works. */
        record Works(TrialResult result) implements Outcome {}

        /** It does not, and this is why. */
        record Fails(Failure failure, Diagnosis diagnosis) implements Outcome {}

        /** The user stopped it. */
        record Stopped() implements Outcome {}
    }

    private final Services services;
    private final Account account;
    private final TrialSecrets secrets;
    private final Consumer<Outcome> hearer;

    /**
     * @param secrets closed at the end; those that are empty are read from the store
     * @param hearer called once, on any thread
     */
    public TryAccount(
            Services services, Account account, TrialSecrets secrets, Consumer<Outcome> hearer) {
        super(Messages.bind(Messages.Job_try, account.name()));
        this.services = services;
        this.account = account;
        this.secrets = secrets;
        this.hearer = hearer;
        setSystem(true);
        addJobChangeListener(new AtEnd());
    }

    @Override
    void work(IProgressMonitor monitor) {
        hearer.accept(outcome(monitor));
    }

    private Outcome outcome(IProgressMonitor monitor) {
        try {
            return new Outcome.Works(services.engine().attempt(account, secrets, monitor));
        } catch (MailException e) {
            return new Outcome.Fails(
                    e.failure(), services.doctor().explain(account, e.failure(), monitor));
        }
    }

    /** Also a trial that was cancelled before it began ends here. */
    private final class AtEnd extends JobChangeAdapter {
        @Override
        public void done(IJobChangeEvent event) {
            secrets.login().ifPresent(Secret::close);
            secrets.certificate().ifPresent(Secret::close);
            if (event.getResult().getSeverity() == IStatus.CANCEL) {
                hearer.accept(new Outcome.Stopped());
            }
        }
    }
}
