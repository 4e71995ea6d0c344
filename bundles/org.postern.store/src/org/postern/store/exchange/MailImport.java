package org.postern.store.exchange;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.NewMessage;
import org.postern.store.StoredMailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes mail from elsewhere in: into an account that has no server, or into a mailbox that has one
 * but does not hear of it. It is kept whatever anybody says, until the user deletes it; what was
 * imported before is not doubled.
 */
public final class MailImport {

    private static final int PART = 100;
    private static final int PAGE = 1_000;
    private static final int MOST_HEADERS = 1 << 20;

    /** Makes of a message's headers what a list shows. */
    @FunctionalInterface
    public interface Listing {
        /**
         * @param remoteId to be given to the message
         * @param headers its raw header block
         */
        NewMessage of(String remoteId, FoundMessage message, byte[] headers);
    }

    private final MailStore store;
    private final Listing listing;

    public MailImport(MailStore store, Listing listing) {
        this.store = store;
        this.listing = listing;
    }

    /**
     * Takes mailboxes in.
     *
     * @return how many messages they have
     * @throws OperationCanceledException what was taken in until then stays
     */
    public int run(AccountId account, List<FoundMailbox> mailboxes, IProgressMonitor monitor)
            throws IOException, MailException {
        int total = mailboxes.stream().mapToInt(mailbox -> mailbox.messages().size()).sum();
        monitor.beginTask("", total);
        makeMailboxes(account, mailboxes);
        for (FoundMailbox mailbox : mailboxes) {
            MailboxId id = find(account, mailbox);
            List<FoundMessage> all = mailbox.messages();
            for (int from = 0; from < all.size(); from += PART) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                List<FoundMessage> part = all.subList(from, Math.min(all.size(), from + PART));
                take(id, part);
                monitor.worked(part.size());
            }
        }
        monitor.done();
        return total;
    }

    /**
     * Takes messages into a mailbox that is there. They are known again by their bytes, wherever
     * they were found: what is in the mailbox already by an import is not doubled.
     *
     * @return how many were not there before
     * @throws OperationCanceledException what was taken in until then stays
     */
    public int into(MailboxId mailbox, List<FoundMessage> messages, IProgressMonitor monitor)
            throws IOException, MailException {
        monitor.beginTask("", messages.size());
        Set<String> there = imported(mailbox);
        List<FoundMessage> part = new ArrayList<>();
        int taken = 0;
        for (FoundMessage message : messages) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            FoundMessage known = Fingerprint.of(message);
            if (there.add(known.name())) {
                part.add(known);
                taken++;
            }
            if (part.size() == PART) {
                take(mailbox, part);
                part.clear();
            }
            monitor.worked(1);
        }
        take(mailbox, part);
        monitor.done();
        return taken;
    }

    private Set<String> imported(MailboxId mailbox) {
        Set<String> names = new HashSet<>();
        int from = 0;
        List<MessageRow> page = store.page(mailbox, from, PAGE);
        while (!page.isEmpty()) {
            page.stream().map(MessageRow::remoteId).filter(Fingerprint::isOne).forEach(names::add);
            from += page.size();
            page = store.page(mailbox, from, PAGE);
        }
        return names;
    }

    private void makeMailboxes(AccountId account, List<FoundMailbox> mailboxes)
            throws MailException {
        Map<String, MailboxEntry> entries = new LinkedHashMap<>();
        for (StoredMailbox old : store.mailboxes(account)) {
            entries.put(
                    old.remoteId(),
                    new MailboxEntry(
                            old.remoteId(),
                            old.path(),
                            old.role(),
                            old.subscribed(),
                            old.selectable()));
        }
        for (FoundMailbox mailbox : mailboxes) {
            MailboxEntry entry =
                    new MailboxEntry(
                            remoteId(mailbox), mailbox.path(), MailboxRole.NONE, true, true);
            entries.putIfAbsent(entry.remoteId(), entry);
        }
        store.reconcile(account, new ArrayList<>(entries.values()));
    }

    private static String remoteId(FoundMailbox mailbox) {
        return String.join("/", mailbox.path().stream().map(FileNames::encode).toList());
    }

    private MailboxId find(AccountId account, FoundMailbox mailbox) {
        return store.mailboxes(account).stream()
                .filter(each -> each.remoteId().equals(remoteId(mailbox)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void take(MailboxId mailbox, List<FoundMessage> part)
            throws IOException, MailException {
        try (MailStore.Batch batch = store.begin(mailbox)) {
            for (FoundMessage message : part) {
                batch.add(listing.of(message.name(), message, headers(message)));
            }
            batch.commit(Optional.empty());
        }
        try (MailStore.BodyBatch bodies = store.beginBodies(mailbox)) {
            for (FoundMessage message : part) {
                try (InputStream in = message.bytes().open()) {
                    bodies.store(message.name(), in);
                }
            }
            bodies.commit();
        }
        try (MailStore.Batch batch = store.begin(mailbox)) {
            part.forEach(message -> batch.keep(message.name()));
            batch.commit(Optional.empty());
        }
    }

    /** Up to and with the first empty line. */
    private static byte[] headers(FoundMessage message) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (InputStream in = message.bytes().open()) {
            boolean empty = true;
            for (int b = in.read(); b >= 0 && head.size() < MOST_HEADERS; b = in.read()) {
                head.write(b);
                if (b == '\n' && empty) {
                    break;
                }
                empty = b == '\n' || empty && b == '\r';
            }
        }
        return head.toByteArray();
    }
}
