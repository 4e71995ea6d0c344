package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.message.Bytes;
import org.postern.message.MessageReader;
import org.postern.message.ReadableMessage;
import org.postern.message.SafeHtml;
import org.postern.message.Theme;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Gets a message ready to be read: from the store, or from the server when it is not there yet. */
public final class LoadMessage extends MailJob {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * The message, parsed, and the page that shows it.
         *
         * @param page a complete document
         */
        record Loaded(ReadableMessage message, String page) implements Outcome {}

        /** It is not here and could not be fetched. */
        record Missing(Failure why) implements Outcome {}
    }

    private final Services services;
    private final MessageRow row;
    private final Theme theme;
    private final Consumer<Outcome> hearer;

    /**
     * @param hearer called on the job's thread, not after a cancel
     */
    public LoadMessage(Services services, MessageRow row, Theme theme, Consumer<Outcome> hearer) {
        super(Messages.Job_load);
        this.services = services;
        this.row = row;
        this.theme = theme;
        this.hearer = hearer;
        setSystem(true);
        setPriority(INTERACTIVE);
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        Optional<ReadableMessage> message = read();
        if (message.isEmpty()) {
            services.engine().fetch(row.id(), monitor);
            message = read();
        }
        if (!monitor.isCanceled()) {
            tell(message);
        }
    }

    private void tell(Optional<ReadableMessage> message) {
        hearer.accept(
                message.<Outcome>map(m -> new Outcome.Loaded(m, SafeHtml.render(m, theme)))
                        .orElseGet(this::gone));
    }

    private Outcome gone() {
        return new Outcome.Missing(new Failure.LocalStorage(row.subject(), Messages.Job_gone));
    }

    private Optional<ReadableMessage> read() throws MailException {
        try (InputStream bytes = services.store().open(row.id()).orElse(null)) {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(MessageReader.read(Bytes.of(bytes)));
        } catch (IOException e) {
            throw new MailException(new Failure.LocalStorage(row.subject(), e.getMessage()), e);
        }
    }

    @Override
    IStatus failed(MailException problem) {
        hearer.accept(new Outcome.Missing(problem.failure()));
        return toldByState();
    }
}
