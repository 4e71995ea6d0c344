package org.postern.cli.internal.store;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.cli.internal.Headless;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.exchange.FoundMessage;
import org.postern.sync.AccountState;
import org.postern.sync.EngineListener;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Puts messages into a mailbox as the user of a workbench would, and sends them to the server. */
final class Upload implements EngineListener {

    private final Headless whole;
    private final Account account;
    private final IProgressMonitor monitor;
    private final AtomicReference<Failure> refused = new AtomicReference<>();

    Upload(Headless whole, Account account, IProgressMonitor monitor) {
        this.whole = whole;
        this.account = account;
        this.monitor = monitor;
    }

    /**
     * What is here is durable; what does not reach the server now goes there later.
     *
     * @return why the server has not got all of it; empty when it has
     */
    Optional<Failure> put(MailboxId mailbox, List<FoundMessage> messages)
            throws IOException, MailException {
        whole.engine().addListener(this);
        monitor.beginTask("", messages.size());
        for (FoundMessage message : messages) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            try (InputStream in = message.bytes().open()) {
                whole.engine().append(mailbox, message.flags(), message.received(), in);
            }
            monitor.worked(1);
        }
        monitor.done();
        return send();
    }

    private Optional<Failure> send() {
        try {
            whole.engine().refresh(account.id(), monitor);
        } catch (MailException e) {
            return Optional.of(e.failure());
        }
        return Optional.ofNullable(refused.get())
                .or(() -> whole.engine().state(account.id()).reason());
    }

    @Override
    public void stateChanged(AccountId id, AccountState before, AccountState after) {
        // what comes of it is asked for at the end
    }

    @Override
    public void backedOut(AccountId id, Failure failure) {
        refused.set(failure);
    }
}
