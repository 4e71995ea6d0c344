package org.postern.store.exchange;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.store.MailReader;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Writes an account's mail to somewhere else. */
abstract class Export {

    private static final int PAGE = 500;

    private final MailReader store;
    private int written;
    private int missing;

    Export(MailReader store) {
        this.store = store;
    }

    /**
     * Writes all messages that are whole in the store.
     *
     * @throws OperationCanceledException what was written until then stays
     */
    public final ExportReport run(AccountId account, IProgressMonitor monitor)
            throws IOException, MailException {
        return run(store.mailboxes(account), monitor);
    }

    /**
     * The same for some mailboxes.
     *
     * @param mailboxes of one account; one whose file or folder is there already is written anew
     */
    public final ExportReport run(List<StoredMailbox> mailboxes, IProgressMonitor monitor)
            throws IOException, MailException {
        int total = mailboxes.stream().mapToInt(StoredMailbox::total).sum();
        monitor.beginTask("", total);
        for (StoredMailbox mailbox : mailboxes) {
            begin(mailbox);
            try {
                all(mailbox, monitor);
                complete();
            } finally {
                end();
            }
        }
        monitor.done();
        return new ExportReport(written, missing);
    }

    /** The list is read in pages, for it may be long. */
    private void all(StoredMailbox mailbox, IProgressMonitor monitor)
            throws IOException, MailException {
        int from = 0;
        List<MessageRow> page = store.page(mailbox.id(), from, PAGE);
        while (!page.isEmpty()) {
            for (MessageRow row : page) {
                one(row, monitor);
            }
            from += page.size();
            page = store.page(mailbox.id(), from, PAGE);
        }
    }

    private void one(MessageRow row, IProgressMonitor monitor) throws IOException, MailException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        Optional<InputStream> bytes = store.open(row.id());
        if (bytes.isPresent()) {
            try (InputStream in = bytes.get()) {
                write(row, in);
            }
            written++;
        } else {
            missing++;
        }
        monitor.worked(1);
    }

    abstract void begin(StoredMailbox mailbox) throws IOException;

    abstract void write(MessageRow row, InputStream bytes) throws IOException;

    /** All of the mailbox is written. */
    abstract void complete() throws IOException;

    /** Comes last for a mailbox, whatever happened. */
    abstract void end() throws IOException;
}
