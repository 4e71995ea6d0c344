package org.postern.store.internal;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.NewMessage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects changes until they become one {@link Event.Committed}. */
public final class FileBatch implements MailStore.Batch {

    private static final MessageId UNNUMBERED = new MessageId(0);

    private final MailboxId mailbox;
    private final MailboxFolder folder;
    private final Counter counter;
    private final List<Event.Change> changes = new ArrayList<>();
    private boolean forgetAll;

    public FileBatch(MailboxId mailbox, MailboxFolder folder, Counter counter) {
        this.mailbox = mailbox;
        this.folder = folder;
        this.counter = counter;
    }

    @Override
    public void forgetAll() {
        forgetAll = true;
        changes.clear();
    }

    @Override
    public void add(NewMessage message) {
        changes.add(new Event.Change.Added(entry(message)));
    }

    @Override
    public void flags(String remoteId, Set<Flag> flags) {
        changes.add(new Event.Change.Flagged(remoteId, flags));
    }

    @Override
    public void remove(String remoteId) {
        changes.add(new Event.Change.Removed(remoteId));
    }

    @Override
    public void keep(String remoteId) {
        changes.add(new Event.Change.Kept(remoteId));
    }

    @Override
    public int size() {
        return changes.size() + (forgetAll ? 1 : 0);
    }

    @Override
    public void commit(Optional<String> token) throws MailException {
        if (size() == 0 && token.isEmpty()) {
            return;
        }
        try {
            folder.write(new Event.Committed(forgetAll, numbered(), token));
        } catch (IOException e) {
            throw Failures.writing(e);
        }
        close();
    }

    /** Message ids are given as late as possible, since a number once given is gone. */
    private List<Event.Change> numbered() throws IOException {
        List<Event.Change> numbered = new ArrayList<>(changes.size());
        for (Event.Change change : changes) {
            numbered.add(
                    change instanceof Event.Change.Added added
                            ? new Event.Change.Added(
                                    added.entry().withId(new MessageId(counter.next())))
                            : change);
        }
        return numbered;
    }

    private Entry entry(NewMessage message) {
        MessageRow row =
                new MessageRow(
                        UNNUMBERED,
                        mailbox,
                        message.remoteId(),
                        message.flags(),
                        message.from(),
                        message.subject(),
                        message.date(),
                        message.size(),
                        message.attachments(),
                        false);
        return new Entry(row, message.headers(), Instant.EPOCH, true);
    }

    @Override
    public void close() {
        forgetAll = false;
        changes.clear();
    }
}
