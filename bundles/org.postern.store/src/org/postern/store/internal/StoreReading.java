package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.ListQuery;
import org.postern.store.MailStore.MissingBody;
import org.postern.store.MailThread;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.store.UserIntents.Intent;
import org.postern.store.UserIntents.Upload;
import org.postern.store.internal.sql.Database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The questions to a store. */
public final class StoreReading {

    private final StoreRoot root;
    private final BodyReading bodies;

    public StoreReading(StoreRoot root) {
        this.root = root;
        this.bodies = new BodyReading(root);
    }

    public List<StoredMailbox> mailboxes(AccountId account) {
        return root.mailboxes().stored(account);
    }

    public Optional<StoredMailbox> mailbox(MailboxId id) {
        return root.mailboxes().find(id).map(Mailbox::stored);
    }

    public Optional<String> token(MailboxId id) {
        return root.mailboxes().find(id).flatMap(mailbox -> mailbox.standing().token());
    }

    public List<Intent> intents(AccountId account) {
        return root.mailboxes().intents(account);
    }

    public Set<String> made(Intent intent) {
        return Set.copyOf(ask(link -> ExpectedTable.made(link, intent.number())).orElse(List.of()));
    }

    public Optional<Set<Flag>> flags(MailboxId mailbox, String remoteId) {
        return ask(link -> MessageTable.find(link, mailbox.value(), remoteId))
                .flatMap(found -> found)
                .map(stored -> FlagBits.set(stored.shown()));
    }

    public Set<String> gone(Intent intent) {
        Set<String> gone = new LinkedHashSet<>(intent.remoteIds());
        gone.removeIf(id -> there(intent.mailbox(), id));
        return gone;
    }

    private boolean there(MailboxId mailbox, String remoteId) {
        return ask(link -> MessageTable.find(link, mailbox.value(), remoteId))
                .filter(Optional::isPresent)
                .isPresent();
    }

    public Optional<Upload> upload(Intent intent) {
        return ask(link -> ExpectedTable.upload(link, intent.number())).flatMap(found -> found);
    }

    public List<MessageRow> successors(Collection<MessageId> messages) {
        List<MessageRow> all = new ArrayList<>();
        for (MessageId message : messages) {
            all.addAll(
                    ask(link -> MessageTable.successors(link, message.value())).orElse(List.of()));
        }
        return all;
    }

    public boolean awaits(MailboxId mailbox) {
        return ask(link -> ExpectedTable.unnamed(link, mailbox.value())).orElse(false);
    }

    public List<MessageRow> rows(MailboxId id) {
        return root.mailboxes()
                .find(id)
                .flatMap(m -> ask(link -> m.rows().rows(link, m.number())))
                .orElse(List.of());
    }

    public List<MailThread> threads(MailboxId id) {
        return root.mailboxes()
                .find(id)
                .flatMap(m -> ask(link -> m.threads().threads(link, m.number())))
                .orElse(List.of());
    }

    public long[] list(ListQuery query, IProgressMonitor monitor) {
        return ask(link -> Lists.list(link, query, monitor)).orElseGet(() -> new long[0]);
    }

    public List<MessageRow> rows(List<MessageId> ids) {
        return ask(link -> MessageTable.rows(link, ids)).orElse(List.of());
    }

    public Optional<MessageRow> row(MessageId id) {
        return ask(link -> MessageTable.row(link, id.value())).flatMap(found -> found);
    }

    public List<MessageRow> page(MailboxId id, int from, int count) {
        if (from < 0 || count < 0) {
            throw new IllegalArgumentException(count + " rows from " + from);
        }
        return root.mailboxes().find(id).map(m -> page(m, from, count)).orElse(List.of());
    }

    /** The marks for the pages further down are set while the user looks at the first one. */
    private List<MessageRow> page(Mailbox mailbox, int from, int count) {
        boolean far = from >= Ranks.STEP;
        if (far) {
            mark(mailbox);
        }
        Ranks.Start start = far ? mailbox.ranks().start(from) : new Ranks.Start(Place.TOP, from);
        List<MessageRow> rows =
                ask(link ->
                                MessageTable.rowsAfter(
                                        link, mailbox.number(), start.after(), start.skip(), count))
                        .orElse(List.of());
        if (!far && mailbox.standing().total() > Ranks.STEP && !mailbox.ranks().made()) {
            root.housekeeper().later(monitor -> mark(mailbox), 0);
        }
        return rows;
    }

    private void mark(Mailbox mailbox) {
        if (!mailbox.ranks().made()) {
            try {
                root.quietly(link -> mailbox.ranks().make(link, mailbox.number()));
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }

    public List<MissingBody> missing(MailboxId mailbox) {
        return ask(link ->
                        link.list(
                                "SELECT remote, size FROM message WHERE mailbox = ?"
                                        + " AND body = 0 AND hidden = 0 AND server = 1"
                                        + " ORDER BY date DESC, id DESC",
                                row -> new MissingBody(row.getString(1), row.getLong(2)),
                                mailbox.value()))
                .orElse(List.of());
    }

    public Set<String> remoteIds(MailboxId mailbox) {
        Set<String> ids = new HashSet<>();
        ask(
                link ->
                        link.list(
                                "SELECT remote FROM message WHERE mailbox = ? AND server = 1",
                                row -> ids.add(row.getString(1)),
                                mailbox.value()));
        return ids;
    }

    public List<String> removable(MailboxId mailbox, Instant storedBefore) {
        return ask(link ->
                        link.list(
                                "SELECT remote FROM message WHERE mailbox = ?"
                                        + " AND server = 1 AND body <> 0 AND stored < ?",
                                row -> row.getString(1),
                                mailbox.value(),
                                MailboxEdit.milliseconds(storedBefore)))
                .orElse(List.of());
    }

    public Optional<InputStream> open(MessageId id) throws MailException {
        try {
            return bodies.open(id);
        } catch (SQLException | IOException e) {
            throw Failures.reading(e);
        }
    }

    private <T> Optional<T> ask(Database.Question<T> question) {
        try {
            return root.ask(question);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(Messages.format("store.read"), e));
        }
    }
}
