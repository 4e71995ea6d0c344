package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Mailboxes;
import org.postern.demo.internal.mail.Message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one client knows of its selected mailbox. Sequence numbers are places in its list of UIDs,
 * which changes only when the client is told.
 */
final class Selected {
    private final ImapSession session;
    private final MailAccount account;
    private final Mailbox mailbox;
    private final boolean readOnly;
    private final List<Long> uids = new ArrayList<>();
    private final Map<Long, Long> told = new HashMap<>();
    private long toldModSeq;
    private boolean expungesPending;

    /** Begins with the mailbox as it is now; to be called under the account's lock. */
    Selected(ImapSession session, Mailbox mailbox, boolean readOnly) {
        this.session = session;
        this.account = session.account();
        this.mailbox = mailbox;
        this.readOnly = readOnly;
        mailbox.messages().forEach(message -> uids.add(message.uid()));
        toldModSeq = mailbox.modSeq();
    }

    Mailbox mailbox() {
        return mailbox;
    }

    boolean readOnly() {
        return readOnly;
    }

    void requireWritable() {
        if (readOnly) {
            throw Refusal.no("READ-ONLY", "The mailbox is open for reading only");
        }
    }

    int size() {
        return uids.size();
    }

    long lastUid() {
        return uids.isEmpty() ? 0 : uids.get(uids.size() - 1);
    }

    long modSeq() {
        return account.locked(all -> mailbox.modSeq());
    }

    /** A message's sequence number for this client, from 1; 0 when the client does not know it. */
    long sequenceNumber(long uid) {
        return Math.max(0, Collections.binarySearch(uids, uid) + 1);
    }

    /**
     * The messages of a set, in order; those that others expunged are left out.
     *
     * @param all proves that the account's lock is held
     */
    List<Message> resolve(Mailboxes all, SequenceSet set, boolean byUid) {
        if (!byUid && set.exceeds(uids.size())) {
            throw Refusal.bad("No message has such a number");
        }
        long last = byUid ? lastUid() : uids.size();
        List<Message> found = new ArrayList<>();
        for (int i = 0; i < uids.size(); i++) {
            if (set.holds(byUid ? uids.get(i) : i + 1, last)) {
                mailbox.find(uids.get(i)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Remembers that the client has seen this state of the message. */
    void told(Message message) {
        told.put(message.uid(), message.modSeq());
    }

    /** Whether {@link #news} would say something; to be called under the account's lock. */
    boolean hasNews() {
        return expungesPending || mailbox.modSeq() != toldModSeq;
    }

    /**
     * What has changed since the last call, as untagged responses.
     *
     * @param mayExpunge false while the client may use sequence numbers; then expunges wait
     */
    List<String> news(boolean mayExpunge) {
        return account.locked(all -> hasNews() ? collect(mayExpunge) : List.of());
    }

    private List<String> collect(boolean mayExpunge) {
        List<String> news = new ArrayList<>();
        if (mayExpunge) {
            expunges(news);
        }
        expungesPending = !mayExpunge && uids.stream().anyMatch(uid -> mailbox.find(uid).isEmpty());
        long known = lastUid();
        for (Message message : mailbox.messages()) {
            boolean changed = message.modSeq() > toldModSeq;
            if (changed && message.uid() <= known && !isTold(message)) {
                news.add(change(message));
            }
        }
        arrivals(known, news);
        toldModSeq = mailbox.modSeq();
        told.clear();
        return news;
    }

    private boolean isTold(Message message) {
        return Optional.ofNullable(told.get(message.uid())).orElse(0L) == message.modSeq();
    }

    private void expunges(List<String> news) {
        List<Long> gone = new ArrayList<>();
        for (int i = 0; i < uids.size(); i++) {
            if (mailbox.find(uids.get(i)).isEmpty()) {
                gone.add(uids.remove(i));
                if (!session.has(Feature.QRESYNC)) {
                    news.add((i + 1) + " EXPUNGE");
                }
                i--;
            }
        }
        if (session.has(Feature.QRESYNC) && !gone.isEmpty()) {
            news.add("VANISHED " + SequenceSet.format(gone));
        }
    }

    private void arrivals(long known, List<String> news) {
        int before = uids.size();
        mailbox.messages().stream().map(Message::uid).filter(uid -> uid > known).forEach(uids::add);
        if (uids.size() > before) {
            news.add(uids.size() + " EXISTS");
        }
    }

    /** The FETCH response that tells a message's flags. */
    String change(Message message) {
        String modSeq = session.has(Feature.CONDSTORE) ? " MODSEQ (" + message.modSeq() + ")" : "";
        String items = "UID " + message.uid() + " FLAGS " + message.flags() + modSeq;
        return sequenceNumber(message.uid()) + " FETCH (" + items + ")";
    }
}
