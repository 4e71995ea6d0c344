package org.postern.sync.internal;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.StoredMailbox;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does on the server what the user did here, in the user's order for each message. What the server
 * refuses is taken back; see the table of conflicts (decision 15).
 */
final class Replay {

    private final MailStore store;
    private final AccountId account;
    private final Consumer<Failure> backedOut;
    private final Mailboxes mailboxes;
    private final Delivery delivery;
    private final Work work;
    private final Set<MailboxId> seen = new HashSet<>();

    /** The mailboxes on the server. */
    interface Mailboxes {
        /** Brings what a mailbox has into the store. */
        void list(StoredMailbox mailbox) throws MailException;

        /** Looks whether mailboxes have other names by now; the store has them then. */
        boolean renamed() throws MailException;
    }

    Replay(
            MailStore store,
            AccountId account,
            SessionHolder holder,
            Consumer<Failure> backedOut,
            Mailboxes mailboxes,
            Work work) {
        this.store = store;
        this.account = account;
        this.backedOut = backedOut;
        this.mailboxes = mailboxes;
        this.delivery = new Delivery(store, holder, work);
        this.work = work;
    }

    /** Until nothing is left, or what is left waits for something that is not here yet. */
    void run() throws MailException {
        List<Intent> before = List.of();
        boolean all = true;
        for (List<Intent> left = intents(); !all || !left.equals(before); left = intents()) {
            before = left;
            look(left);
            all = sendAll();
            lookForUnnamed();
        }
    }

    /**
     * @return false when it stopped, for mailboxes turned out to have other names
     */
    private boolean sendAll() throws MailException {
        for (IntentGroup group : IntentGroup.of(intents(), this::isKnown)) {
            if (!send(group.intents())) {
                return false;
            }
        }
        return true;
    }

    private List<Intent> intents() {
        return store.intents(account);
    }

    private static Set<Long> numbers(List<Intent> intents) {
        Set<Long> numbers = new LinkedHashSet<>();
        intents.forEach(intent -> numbers.add(intent.number()));
        return numbers;
    }

    private boolean isKnown(Intent intent) {
        return seen.contains(intent.mailbox());
    }

    /**
     * Ids hold only for a mailbox as it was seen: one that was made anew on the server may have
     * others' mail under the same ids. So each mailbox is looked at first, in the same session, and
     * what the store forgot by that is not sent.
     */
    private void look(List<Intent> intents) throws MailException {
        for (Intent intent : intents) {
            Optional<StoredMailbox> mailbox = store.mailbox(intent.mailbox());
            if (seen.add(intent.mailbox()) && mailbox.isPresent()) {
                mailboxes.list(mailbox.get());
            }
        }
        tellOfForgotten(intents);
        for (Intent intent : intents()) {
            lookForDone(intent);
        }
    }

    private void tellOfForgotten(List<Intent> intents) {
        Set<Long> left = numbers(intents());
        boolean forgot = intents.stream().map(Intent::number).anyMatch(n -> !left.contains(n));
        if (forgot) {
            backedOut.accept(new Failure.BadSettings(Messages.format("replay.forgotten")));
        }
    }

    /** What was sent may have been done, and what is gone may have been moved by somebody else. */
    private void lookForDone(Intent intent) throws MailException {
        Optional<StoredMailbox> target = delivery.target(intent);
        if (target.isPresent() && (intent.sent() || !delivery.gone(intent).isEmpty())) {
            mailboxes.list(target.get());
        }
    }

    /** The server made messages and did not say what they are known by. */
    private void lookForUnnamed() throws MailException {
        for (StoredMailbox mailbox : store.mailboxes(account)) {
            if (store.awaits(mailbox.id())) {
                mailboxes.list(mailbox);
            }
        }
    }

    /**
     * One that is refused shall not take its neighbours with it.
     *
     * @return false when it is to be sent again, for mailboxes turned out to have other names
     */
    private boolean send(List<Intent> group) throws MailException {
        try {
            work.check();
            delivery.send(group).ifPresent(backedOut);
        } catch (MailException e) {
            if (!refused(e.failure())) {
                throw e;
            } else if (e.failure() instanceof Failure.NoSuchMailbox && mailboxes.renamed()) {
                return false;
            } else if (group.size() == 1) {
                if (!redirected(group.getFirst(), e.failure())) {
                    store.backedOut(group.getFirst());
                }
                backedOut.accept(e.failure());
            } else {
                for (Intent intent : group) {
                    if (!send(List.of(intent))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Bytes that are nowhere else do not go with the mailbox that they were meant for. */
    private boolean redirected(Intent intent, Failure failure) throws MailException {
        Optional<StoredMailbox> inbox =
                store.mailboxes(account).stream()
                        .filter(mailbox -> mailbox.role() == MailboxRole.INBOX)
                        .filter(mailbox -> !mailbox.id().equals(intent.mailbox()))
                        .findFirst();
        boolean redirects =
                intent.action() instanceof Action.Append
                        && failure instanceof Failure.NoSuchMailbox
                        && inbox.isPresent();
        if (redirects) {
            store.redirected(intent, inbox.get().id());
        }
        return redirects;
    }

    private static boolean refused(Failure failure) {
        return failure instanceof Failure.CommandRefused
                || failure instanceof Failure.NoSuchMailbox
                || failure instanceof Failure.BadSettings;
    }
}
