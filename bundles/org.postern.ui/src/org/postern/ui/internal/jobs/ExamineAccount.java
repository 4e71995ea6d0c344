package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Climbs the ladder from a server's name to the login, and looks for the cause when it breaks. */
public final class ExamineAccount extends MailJob {

    private final Services services;
    private final Account account;
    private final Optional<Secret> password;
    private final Consumer<RungResult> listener;
    private final Consumer<Optional<Examination>> hearer;

    /**
     * @param password closed at the end; empty uses the stored one
     * @param listener hears every change of a rung, on any thread
     * @param hearer called once, on any thread; empty when the user stopped it
     */
    public ExamineAccount(
            Services services,
            Account account,
            Optional<Secret> password,
            Consumer<RungResult> listener,
            Consumer<Optional<Examination>> hearer) {
        super(Messages.bind(Messages.Job_examine, account.name()));
        this.services = services;
        this.account = account;
        this.password = password;
        this.listener = listener;
        this.hearer = hearer;
        addJobChangeListener(new AtEnd());
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        monitor.beginTask(getName(), Rung.values().length);
        Examination found =
                services.doctor()
                        .examine(
                                account,
                                Optional.of(this::secret),
                                rung -> changed(rung, monitor),
                                monitor);
        hearer.accept(Optional.of(found));
    }

    private void changed(RungResult rung, IProgressMonitor monitor) {
        if (rung.state() != RungResult.State.RUNNING) {
            monitor.worked(1);
        }
        monitor.subTask(rung.rung().label());
        listener.accept(rung);
    }

    private Secret secret() throws MailException {
        Optional<Secret> known =
                password.isPresent()
                        ? password.map(ExamineAccount::copy)
                        : services.credentials().read(account.id());
        return known.orElseThrow(
                () -> new MailException(new Failure.PasswordMissing(account.id())));
    }

    private static Secret copy(Secret secret) {
        char[] characters = secret.characters();
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Also an examination that was cancelled before it began ends here. */
    private final class AtEnd extends JobChangeAdapter {
        @Override
        public void done(IJobChangeEvent event) {
            password.ifPresent(Secret::close);
            if (!event.getResult().isOK()) {
                hearer.accept(Optional.empty());
            }
        }
    }
}
