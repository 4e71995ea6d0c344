package org.postern.sync.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailStore.Action;
import org.postern.store.MailStore.Intent;
import org.postern.store.StoredMailbox;
import org.postern.sync.Activity.Kind;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanMove;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does on the server what the user did here, in the user's order. Neighbours that ask for the same
 * go as one command. What the server refuses is taken back.
 */
final class Replay {

    private final MailStore store;
    private final SessionHolder holder;
    private final Consumer<Failure> backedOut;
    private final Work work;

    Replay(MailStore store, SessionHolder holder, Consumer<Failure> backedOut, Work work) {
        this.store = store;
        this.holder = holder;
        this.backedOut = backedOut;
        this.work = work;
    }

    void run(List<Intent> intents) throws MailException {
        List<Intent> group = new ArrayList<>();
        for (Intent intent : intents) {
            if (!group.isEmpty() && !alike(group.getFirst(), intent)) {
                send(group);
                group.clear();
            }
            group.add(intent);
        }
        if (!group.isEmpty()) {
            send(group);
        }
    }

    private static boolean alike(Intent a, Intent b) {
        return a.mailbox().equals(b.mailbox()) && a.action().equals(b.action());
    }

    private void send(List<Intent> group) throws MailException {
        work.check();
        work.task(Kind.SENDING);
        Optional<StoredMailbox> mailbox = store.mailbox(group.getFirst().mailbox());
        try {
            if (mailbox.isPresent()) {
                send(mailbox.get().remoteId(), ids(group), group.getFirst().action());
            }
        } catch (MailException e) {
            if (!refused(e.failure())) {
                throw e;
            }
            takeBack(group, e.failure());
            return;
        }
        for (Intent intent : group) {
            store.settled(intent);
        }
    }

    private static Set<RemoteId> ids(List<Intent> group) {
        Set<RemoteId> ids = new LinkedHashSet<>();
        group.forEach(intent -> intent.remoteIds().forEach(id -> ids.add(new RemoteId(id))));
        return ids;
    }

    private static boolean refused(Failure failure) {
        return failure instanceof Failure.CommandRefused
                || failure instanceof Failure.NoSuchMailbox
                || failure instanceof Failure.BadSettings;
    }

    private void takeBack(List<Intent> group, Failure failure) throws MailException {
        for (Intent intent : group) {
            store.backedOut(intent);
        }
        backedOut.accept(failure);
    }

    private void send(String mailbox, Set<RemoteId> ids, Action action) throws MailException {
        MailSession session = holder.session();
        switch (action) {
            case Action.SetFlags a -> {
                Optional<CanFlag> canFlag = session.capability(CanFlag.class);
                if (canFlag.isPresent()) { // elsewhere flags are kept here alone
                    canFlag.get().flag(mailbox, ids, a.add(), a.remove(), work);
                }
            }
            case Action.Move a ->
                    required(session, CanMove.class, "replay.cannotMove")
                            .move(mailbox, ids, a.target(), work);
            case Action.Delete a -> {
                required(session, CanDelete.class, "replay.cannotDelete")
                        .delete(mailbox, ids, work);
                holder.deleted();
            }
        }
    }

    private static <C> C required(MailSession session, Class<C> type, String sentence)
            throws MailException {
        return session.capability(type)
                .orElseThrow(
                        () ->
                                new MailException(
                                        new Failure.BadSettings(Messages.format(sentence))));
    }
}
