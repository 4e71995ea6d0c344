package org.postern.pop3.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.net.Connector;
import org.postern.net.Posture;
import org.postern.transport.BodySink;
import org.postern.transport.CanDelete;
import org.postern.transport.CanPeek;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A POP3 session. Deleting ends it on the server, since only QUIT makes a deletion true (RFC 1939
 * §6); the next call then opens it anew and sees the maildrop as it is by then.
 */
public final class PopSession implements MailSession, CanDelete, CanPeek {

    /** The one mailbox that there is. */
    static final String INBOX = "INBOX";

    private final OpenRequest request;
    private final Connector connector;
    private final PopLimits limits;
    private final ReentrantLock busy = new ReentrantLock();
    private volatile LoggedIn open;
    private volatile Posture posture;
    private volatile boolean closed;

    private PopSession(OpenRequest request, Connector connector, PopLimits limits) {
        this.limits = limits;
        this.request = request;
        this.connector = connector;
    }

    /** A session that is logged in. */
    public static PopSession open(
            OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        return open(request, connector, PopLimits.DEFAULT, monitor);
    }

    /** The same with other limits. */
    static PopSession open(
            OpenRequest request, Connector connector, PopLimits limits, IProgressMonitor monitor)
            throws MailException {
        PopSession session = new PopSession(request, connector, limits);
        session.during(monitor, wire -> null);
        return session;
    }

    static String said(PopReply reply) {
        return Text.visible(reply.text());
    }

    @Override
    public List<RemoteMailbox> mailboxes(IProgressMonitor monitor) throws MailException {
        checkCancelled(monitor);
        checkOpen();
        return List.of(new RemoteMailbox(INBOX, List.of(INBOX), MailboxRole.INBOX, true, true));
    }

    @Override
    public SyncToken changes(
            String mailbox, Optional<SyncToken> since, ChangeSink sink, IProgressMonitor monitor)
            throws MailException {
        requireInbox(mailbox);
        return during(monitor, now -> changes(now, since, sink));
    }

    private SyncToken changes(LoggedIn now, Optional<SyncToken> since, ChangeSink sink)
            throws WireException, MailException {
        Maildrop drop = now.maildrop();
        Optional<Set<RemoteId>> known = since.flatMap(UidlToken::read);
        if (since.isPresent() && known.isEmpty()) {
            sink.forgotten();
        }
        Set<RemoteId> before = known.orElse(Set.of());
        for (RemoteId id : before) {
            if (!drop.byId().containsKey(id)) {
                sink.vanished(id);
            }
        }
        Set<RemoteId> seen = new LinkedHashSet<>(drop.byId().keySet());
        seen.removeAll(added(now, drop, before, sink));
        return UidlToken.of(seen);
    }

    private static Set<RemoteId> added(
            LoggedIn now, Maildrop drop, Set<RemoteId> before, ChangeSink sink)
            throws WireException, MailException {
        Map<Integer, RemoteId> fresh = new HashMap<>();
        for (var message : drop.byId().entrySet()) {
            if (!before.contains(message.getKey()) && !sink.has(message.getKey())) {
                fresh.put(message.getValue(), message.getKey());
            }
        }
        return new Arrivals(now, drop, sink).tell(fresh);
    }

    @Override
    public void bodies(
            String mailbox, Collection<RemoteId> ids, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        requireInbox(mailbox);
        during(
                monitor,
                now -> {
                    Map<Integer, RemoteId> wanted = numbers(now.maildrop(), ids);
                    new Pipeline(now.wire(), now.abilities())
                            .<MailException>run(
                                    "RETR ",
                                    "",
                                    List.copyOf(wanted.keySet()),
                                    number -> body(now, number, wanted.get(number), sink));
                    return null;
                });
    }

    private static void body(LoggedIn now, int number, RemoteId id, BodySink sink)
            throws WireException, MailException {
        if (!now.wire().reply().ok()) {
            return;
        }
        DotStream block = now.wire().block(now.maildrop().size(number));
        try {
            sink.body(id, block);
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw new MailException(
                    new Failure.LocalStorage("message " + id, String.valueOf(e.getMessage())), e);
        }
        block.drain();
    }

    @Override
    public void delete(String mailbox, Collection<RemoteId> ids, IProgressMonitor monitor)
            throws MailException {
        requireInbox(mailbox);
        during(
                monitor,
                now -> {
                    List<Integer> numbers = List.copyOf(numbers(now.maildrop(), ids).keySet());
                    new Pipeline(now.wire(), now.abilities())
                            .run("DELE ", "", numbers, number -> accept(now.wire(), "DELE"));
                    now.wire().write("QUIT");
                    now.wire().flush();
                    accept(now.wire(), "QUIT");
                    drop();
                    return null;
                });
    }

    @Override
    public Glimpse peek(String mailbox, int most, IProgressMonitor monitor) throws MailException {
        requireInbox(mailbox);
        return during(monitor, now -> Peek.at(now, most));
    }

    private static void accept(PopWire wire, String command) throws WireException {
        PopReply reply = wire.reply();
        if (!reply.ok()) {
            throw Maildrop.refused(wire, command, reply);
        }
    }

    private static Map<Integer, RemoteId> numbers(Maildrop drop, Collection<RemoteId> ids) {
        Map<Integer, RemoteId> numbers = new LinkedHashMap<>();
        for (RemoteId id : ids) {
            Integer number = drop.byId().get(id);
            if (number != null) {
                numbers.put(number, id);
            }
        }
        return numbers;
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        return type == CanDelete.class || type == CanPeek.class
                ? Optional.of(type.cast(this))
                : Optional.empty();
    }

    /**
     * Stays what it was while the session is not connected between a deletion and the next call.
     */
    @Override
    public Optional<Posture> posture() {
        return Optional.ofNullable(posture);
    }

    /** Says QUIT unless a call is under way, and closes. */
    @Override
    public void close() {
        closed = true;
        LoggedIn now = open;
        if (now != null && !busy.isHeldByCurrentThread() && busy.tryLock()) {
            try {
                now.leave();
            } finally {
                busy.unlock();
            }
        }
        abandon();
    }

    private static void requireInbox(String mailbox) throws MailException {
        if (!mailbox.equals(INBOX)) {
            throw new MailException(new Failure.NoSuchMailbox(mailbox));
        }
    }

    private interface Work<T> {
        T run(LoggedIn now) throws WireException, MailException;
    }

    /**
     * Runs with an open session that the monitor can close. Whatever goes wrong ends the session;
     * after a refusal only the connection, so that nothing of the half-done transaction becomes
     * true.
     */
    private <T> T during(IProgressMonitor monitor, Work<T> work) throws MailException {
        busy.lock();
        try {
            LoggedIn now = loggedIn(monitor);
            try (var guard = now.connection().guard(monitor)) {
                T result = work.run(now);
                checkCancelled(monitor);
                return result;
            }
        } catch (WireException e) {
            throw ended(new MailException(e.failure(), e), monitor);
        } catch (MailException e) {
            throw ended(e, monitor);
        } catch (RuntimeException e) {
            abandon();
            throw e;
        } finally {
            busy.unlock();
        }
    }

    private LoggedIn loggedIn(IProgressMonitor monitor) throws MailException {
        checkCancelled(monitor);
        checkOpen();
        if (open == null) {
            open = LoggedIn.connect(request, connector, limits, monitor);
            posture = open.connection().posture();
            checkOpen();
        }
        return open;
    }

    private void checkCancelled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            abandon();
            throw new OperationCanceledException();
        }
    }

    private void checkOpen() throws MailException {
        if (closed) {
            throw new MailException(new Failure.Closed(request.requireEndpoint(), Step.MAIL, ""));
        }
    }

    private MailException ended(MailException e, IProgressMonitor monitor) {
        checkCancelled(monitor);
        closed |= !(e.failure() instanceof Failure.CommandRefused);
        drop();
        return e;
    }

    private void abandon() {
        closed = true;
        drop();
    }

    /** Without QUIT, which would make deletions true. */
    private void drop() {
        LoggedIn now = open;
        open = null;
        if (now != null) {
            now.connection().close();
        }
    }
}
