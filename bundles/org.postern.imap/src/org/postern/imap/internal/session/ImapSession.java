package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.UidSet;
import org.postern.net.Posture;
import org.postern.transport.BodyOrders;
import org.postern.transport.BodySink;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanGlance;
import org.postern.transport.CanMove;
import org.postern.transport.CanPeek;
import org.postern.transport.CanRecognize;
import org.postern.transport.CanShare;
import org.postern.transport.CanWatch;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A session on an IMAP server. */
final class ImapSession implements MailSession {

    private final Dialogue dialogue;
    private final Features features;
    private final Selector selector;
    private final Compression compression;
    private final Watching watching;

    ImapSession(Dialogue dialogue, Features features, LongSupplier clock) {
        this.dialogue = dialogue;
        this.features = features;
        this.selector = new Selector(dialogue, features);
        this.compression = new Compression(dialogue, features, clock);
        this.watching = new Watching(dialogue, features, selector);
    }

    @Override
    public List<RemoteMailbox> mailboxes(IProgressMonitor monitor) throws MailException {
        return dialogue.during(monitor, () -> new MailboxList(dialogue, features).ask());
    }

    @Override
    public SyncToken changes(
            String mailbox, Optional<SyncToken> since, ChangeSink sink, IProgressMonitor monitor)
            throws MailException {
        ChangeStream changes = new ChangeStream(dialogue, features, selector, sink);
        return dialogue.during(monitor, () -> changes.tell(mailbox, since));
    }

    @Override
    public void bodies(
            String mailbox, Collection<RemoteId> ids, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        fetch(mailbox, List.of(Ids.uids(ids)).iterator(), sink, monitor);
    }

    @Override
    public void stream(String mailbox, BodyOrders orders, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        fetch(mailbox, new Ordered(orders), sink, monitor);
    }

    private void fetch(
            String mailbox, Iterator<UidSet> uids, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        dialogue.during(
                monitor,
                () -> {
                    selector.ensure(mailbox, false);
                    new BodyFetch(dialogue, compression, sink).fetch(uids);
                    return mailbox;
                });
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        return verb(type).map(type::cast);
    }

    private Optional<Object> verb(Class<?> type) {
        if (type == CanFlag.class) {
            return Optional.of(new Flagging(dialogue, selector));
        }
        if (type == CanMove.class && Moving.isPossible(features)) {
            return Optional.of(new Moving(dialogue, selector, features.has("MOVE")));
        }
        if (type == CanCopy.class) {
            return Optional.of(new Copying(dialogue, selector));
        }
        if (type == CanDelete.class) {
            return Optional.of(new Deleting(dialogue, selector, features));
        }
        if (type == CanAppend.class) {
            return Optional.of(new Appending(dialogue, selector));
        }
        if (type == CanPeek.class) {
            return Optional.of(new Peeking(dialogue, selector));
        }
        if (type == CanWatch.class && features.has("IDLE")) {
            return Optional.of(watching);
        }
        if (type == CanGlance.class) {
            return Optional.of(new Glancing(dialogue, features));
        }
        if (type == CanRecognize.class && features.has("OBJECTID")) {
            return Optional.of(new Recognizing(dialogue, selector));
        }
        if (type == CanShare.class) {
            return Optional.of(new Sharing());
        }
        return Optional.empty();
    }

    @Override
    public Optional<Posture> posture() {
        return Optional.of(dialogue.connection().posture());
    }

    @Override
    public void close() {
        dialogue.close();
    }
}
