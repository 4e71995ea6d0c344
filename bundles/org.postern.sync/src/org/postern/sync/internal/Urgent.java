package org.postern.sync.internal;

import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.StoredMailbox;
import org.postern.sync.Activity.Kind;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Messages that somebody waits for; whoever has a session open brings them first. */
final class Urgent {

    /** A message that somebody waits for. */
    record Wish(StoredMailbox mailbox, String remoteId, CompletableFuture<Void> done) {
        Wish(StoredMailbox mailbox, String remoteId) {
            this(mailbox, remoteId, new CompletableFuture<>());
        }
    }

    private final MailStore store;
    private final Deque<Wish> wishes = new ConcurrentLinkedDeque<>();

    Urgent(MailStore store) {
        this.store = store;
    }

    void add(Wish wish) {
        wishes.add(wish);
    }

    void remove(Wish wish) {
        wishes.remove(wish);
    }

    boolean waiting() {
        return !wishes.isEmpty();
    }

    /** Brings all that is wished for. */
    void serve(MailSession session, Work work) throws MailException {
        for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            try {
                fetch(wish, session, work);
                wish.done().complete(null);
            } catch (MailException | RuntimeException e) {
                wish.done().completeExceptionally(e);
                throw e;
            }
        }
    }

    private void fetch(Wish wish, MailSession session, Work work) throws MailException {
        work.task(Kind.OPENING);
        session.bodies(
                wish.mailbox().remoteId(),
                List.of(new RemoteId(wish.remoteId())),
                (id, bytes) -> store.storeBody(wish.mailbox().id(), id.value(), bytes),
                work);
    }
}
