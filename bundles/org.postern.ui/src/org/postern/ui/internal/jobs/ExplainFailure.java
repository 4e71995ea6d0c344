package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.Diagnosis;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.function.Consumer;

/** Finds out what a failure means, also by looking at the other ways to the server. */
public final class ExplainFailure extends MailJob {

    private final Services services;
    private final Account account;
    private final Failure failure;
    private final Consumer<Diagnosis> hearer;

    private ExplainFailure(
            Services services, Account account, Failure failure, Consumer<Diagnosis> hearer) {
        super(Messages.bind(Messages.Job_explain, account.name()));
        this.services = services;
        this.account = account;
        this.failure = failure;
        this.hearer = hearer;
    }

    /**
     * Starts it; it takes some seconds at most.
     *
     * @param hearer called on any thread, not after a cancel
     */
    public static void schedule(
            Services services, Account account, Failure failure, Consumer<Diagnosis> hearer) {
        new ExplainFailure(services, account, failure, hearer).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) {
        hearer.accept(services.doctor().explain(account, failure, monitor));
    }
}
