package org.postern.store.internal;

import org.postern.store.MailThread;
import org.postern.store.MessageId;
import org.postern.store.internal.sql.Link;
import org.postern.store.internal.threads.Node;
import org.postern.store.internal.threads.ThreadIndex;

import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mailbox's threads as they were given out last, as long as there is memory for them. */
final class ThreadCache {

    /** The messages' connections and what came of them. */
    private record Kept(ThreadIndex index, List<MailThread> threads) {}

    private SoftReference<Kept> kept = new SoftReference<>(null);
    private final Set<MessageId> stale = new HashSet<>();

    /** These messages came or went. */
    synchronized void changed(Collection<MessageId> ids) {
        if (kept.get() == null) {
            stale.clear();
        } else {
            stale.addAll(ids);
        }
    }

    synchronized void forget() {
        kept = new SoftReference<>(null);
    }

    synchronized List<MailThread> threads(Link link, long mailbox) throws SQLException {
        Kept now = current(kept.get(), link, mailbox);
        kept = new SoftReference<>(now);
        stale.clear();
        return now.threads();
    }

    /**
     * @param old what was given out; null when it is not in memory any more
     */
    private Kept current(Kept old, Link link, long mailbox) throws SQLException {
        if (old != null && stale.isEmpty()) {
            return old;
        }
        ThreadIndex index = old == null ? new ThreadIndex() : old.index();
        if (old == null) {
            MessageTable.nodes(link, mailbox).forEach(index::put);
        } else {
            refresh(index, link);
        }
        return new Kept(index, index.threads());
    }

    private void refresh(ThreadIndex index, Link link) throws SQLException {
        for (MessageId id : stale) {
            Optional<Node> node = MessageTable.node(link, id.value());
            if (node.isPresent()) {
                index.put(node.get());
            } else {
                index.remove(id.value());
            }
        }
    }
}
