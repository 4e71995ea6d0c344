package org.postern.sync.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.Posture;
import org.postern.transport.BodySink;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanGlance;
import org.postern.transport.CanMove;
import org.postern.transport.CanRecognize;
import org.postern.transport.CanShare;
import org.postern.transport.CanWatch;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.RemoteMessage;
import org.postern.transport.SyncToken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A session with a {@link FakeServer}. */
final class FakeSession
        implements MailSession,
                CanFlag,
                CanMove,
                CanCopy,
                CanAppend,
                CanDelete,
                CanWatch,
                CanGlance,
                CanRecognize,
                CanShare {

    private final FakeServer server;
    private final OpenRequest request;
    private final int number;
    private boolean closed;

    /**
     * @param number of the session, from 1 on
     */
    FakeSession(FakeServer server, OpenRequest request, int number) {
        this.number = number;
        this.server = server;
        this.request = request;
    }

    @Override
    public List<RemoteMailbox> mailboxes(IProgressMonitor monitor) throws MailException {
        check(monitor);
        synchronized (server) {
            return server.names();
        }
    }

    @Override
    public Listing mailboxes(Map<String, SyncToken> known, IProgressMonitor monitor)
            throws MailException {
        check(monitor);
        server.commands.add("glance");
        synchronized (server) {
            Set<String> unchanged = new HashSet<>();
            for (var box : server.boxes.entrySet()) {
                SyncToken now = token(box.getValue());
                if (now.equals(known.get(box.getKey()))) {
                    unchanged.add(box.getKey());
                }
            }
            return new Listing(server.names(), unchanged);
        }
    }

    /** The token is the mailbox's mark and what was there: {@code 1:3=SEEN,4=}. */
    @Override
    public SyncToken changes(
            String mailbox, Optional<SyncToken> since, ChangeSink sink, IProgressMonitor monitor)
            throws MailException {
        check(monitor);
        server.commands.add("changes " + mailbox);
        FakeServer.Box box = box(mailbox);
        Map<Integer, String> before = new TreeMap<>();
        Map<Integer, Set<Flag>> now;
        String mark;
        synchronized (server) {
            now = new TreeMap<>(box.messages);
            mark = box.mark();
        }
        if (since.isPresent() && since.get().value().startsWith(mark)) {
            before = parsed(since.get());
        } else if (since.isPresent()) {
            sink.forgotten();
        }
        tell(before, now, sink, monitor);
        return token(mark, now);
    }

    @Override
    public Map<String, String> renamed(
            Map<String, SyncToken> gone, Collection<String> unknown, IProgressMonitor monitor)
            throws MailException {
        Map<String, String> renamed = new HashMap<>();
        for (String id : unknown) {
            command("identify " + id, monitor);
            String mark = box(id).mark();
            for (var each : gone.entrySet()) {
                if (mark.contains("@") && each.getValue().value().startsWith(mark)) {
                    renamed.put(each.getKey(), id);
                }
            }
        }
        return renamed;
    }

    private void tell(
            Map<Integer, String> before,
            Map<Integer, Set<Flag>> now,
            ChangeSink sink,
            IProgressMonitor monitor)
            throws MailException {
        int told = 0;
        for (var each : now.entrySet()) {
            check(monitor);
            if (told++ >= server.cutAfter) {
                throw new MailException(new Failure.Broken(Failures.PEER, Step.MAIL, "cut"));
            }
            RemoteId id = new RemoteId(each.getKey().toString());
            if (!before.containsKey(each.getKey())) {
                sink.added(message(each.getKey(), each.getValue()));
            } else if (!before.get(each.getKey()).equals(each.getValue().toString())) {
                sink.flags(id, each.getValue());
            }
        }
        for (Integer old : before.keySet()) {
            if (!now.containsKey(old)) {
                sink.vanished(new RemoteId(old.toString()));
            }
        }
    }

    private static SyncToken token(String mark, Map<Integer, Set<Flag>> messages) {
        StringBuilder text = new StringBuilder(mark);
        messages.forEach((id, flags) -> text.append(id).append('=').append(flags).append(';'));
        return new SyncToken(text.toString());
    }

    private static Map<Integer, String> parsed(SyncToken token) {
        Map<Integer, String> messages = new TreeMap<>();
        String list = token.value().substring(token.value().indexOf(':') + 1);
        for (String each : list.split(";")) {
            if (!each.isEmpty()) {
                String[] parts = each.split("=", 2);
                messages.put(Integer.valueOf(parts[0]), parts[1]);
            }
        }
        return messages;
    }

    private FakeServer.Box box(String id) throws MailException {
        synchronized (server) {
            return Optional.ofNullable(server.boxes.get(id))
                    .orElseThrow(() -> new MailException(new Failure.NoSuchMailbox(id)));
        }
    }

    private RemoteMessage message(int number, Set<Flag> flags) {
        int content = FakeServer.content(number);
        byte[] headers =
                ("From: Zoë <zoe@example.org>\r\nSubject: Subject "
                                + content
                                + "\r\nMessage-ID: <"
                                + content
                                + "@example.org>\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        return new RemoteMessage(
                new RemoteId(Integer.toString(number)),
                flags,
                server.bodySize,
                Optional.of(FakeServer.received(content)),
                headers);
    }

    @Override
    public void bodies(
            String mailbox, Collection<RemoteId> ids, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        for (RemoteId id : ids) {
            check(monitor);
            FakeServer.await(server.bodiesStall, monitor);
            if (number == server.breakingSession) {
                throw new MailException(new Failure.Broken(Failures.PEER, Step.MAIL, "cut"));
            }
            server.commands.add("body " + id);
            byte[] bytes = ("body " + id).getBytes(StandardCharsets.UTF_8);
            try {
                sink.body(id, new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new MailException(
                        new Failure.Broken(Failures.PEER, Step.MAIL, e.toString()), e);
            }
        }
    }

    @Override
    public void flag(
            String mailbox,
            Collection<RemoteId> ids,
            Set<Flag> add,
            Set<Flag> remove,
            IProgressMonitor monitor)
            throws MailException {
        command("flag " + mailbox + " " + ids + " " + add + " " + remove, monitor);
        synchronized (server) {
            for (RemoteId id : ids) {
                server.boxes
                        .get(mailbox)
                        .messages
                        .computeIfPresent(
                                Integer.valueOf(id.value()),
                                (key, old) -> {
                                    Set<Flag> flags = EnumSet.noneOf(Flag.class);
                                    flags.addAll(old);
                                    flags.removeAll(remove);
                                    flags.addAll(add);
                                    return flags;
                                });
            }
        }
    }

    @Override
    public Map<RemoteId, RemoteId> move(
            String mailbox, Collection<RemoteId> ids, String target, IProgressMonitor monitor)
            throws MailException {
        command("move " + mailbox + " " + ids + " " + target, monitor);
        FakeServer.Box from = box(mailbox);
        FakeServer.Box to = box(target);
        synchronized (server) {
            Map<RemoteId, RemoteId> names = to.take(from, ids);
            ids.forEach(id -> from.messages.remove(Integer.valueOf(id.value())));
            server.cut("moved");
            return server.tellsNames ? names : Map.of();
        }
    }

    @Override
    public Map<RemoteId, RemoteId> copy(
            String mailbox, Collection<RemoteId> ids, String target, IProgressMonitor monitor)
            throws MailException {
        command("copy " + mailbox + " " + ids + " " + target, monitor);
        FakeServer.Box from = box(mailbox);
        FakeServer.Box to = box(target);
        synchronized (server) {
            Map<RemoteId, RemoteId> names = to.take(from, ids);
            server.cut("copied");
            return server.tellsNames ? names : Map.of();
        }
    }

    @Override
    public Optional<RemoteId> append(
            String mailbox,
            Set<Flag> flags,
            Instant received,
            long size,
            InputStream message,
            IProgressMonitor monitor)
            throws MailException {
        command("append " + mailbox + " " + flags, monitor);
        FakeServer.Box to = box(mailbox);
        try {
            byte[] bytes = message.readAllBytes();
            if (bytes.length != size) {
                throw new IllegalStateException(bytes.length + " bytes, not " + size);
            }
            synchronized (server) {
                RemoteId name = to.put(FakeServer.content(bytes), flags);
                server.cut("appended");
                return server.tellsNames ? Optional.of(name) : Optional.empty();
            }
        } catch (IOException e) {
            throw new MailException(new Failure.Broken(Failures.PEER, Step.MAIL, "" + e), e);
        }
    }

    @Override
    public void delete(String mailbox, Collection<RemoteId> ids, IProgressMonitor monitor)
            throws MailException {
        List<RemoteId> sorted = new ArrayList<>(ids);
        sorted.sort((a, b) -> a.value().compareTo(b.value()));
        command("delete " + mailbox + " " + sorted, monitor);
        synchronized (server) {
            ids.forEach(
                    id -> server.boxes.get(mailbox).messages.remove(Integer.valueOf(id.value())));
        }
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Set<String> watch(
            List<String> mailboxes,
            Map<String, SyncToken> known,
            Duration longest,
            IProgressMonitor monitor) {
        Set<String> changed = changed(mailboxes, known);
        try {
            while (changed.isEmpty() && !server.news.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
            }
            return changed.isEmpty() ? Set.copyOf(mailboxes) : changed;
        } catch (InterruptedException e) {
            throw new OperationCanceledException();
        }
    }

    private Set<String> changed(List<String> mailboxes, Map<String, SyncToken> known) {
        synchronized (server) {
            return mailboxes.stream()
                    .filter(id -> known.containsKey(id) && server.boxes.containsKey(id))
                    .filter(id -> !known.get(id).equals(token(server.boxes.get(id))))
                    .collect(Collectors.toSet());
        }
    }

    private static SyncToken token(FakeServer.Box box) {
        return token(box.mark(), box.messages);
    }

    private void command(String text, IProgressMonitor monitor) throws MailException {
        check(monitor);
        server.commands.add(text);
        if (server.commandFails.isPresent() && text.startsWith(server.commandsThatFail)) {
            throw new MailException(server.commandFails.get());
        }
    }

    private void check(IProgressMonitor monitor) {
        if (closed) {
            throw new IllegalStateException("the session was closed");
        }
        server.await(monitor);
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) && !server.lacks.contains(type)
                ? Optional.of(type.cast(this))
                : Optional.empty();
    }

    @Override
    public Optional<Posture> posture() {
        if (request.security() == Security.NONE) {
            return Optional.of(Posture.clear(List.of()));
        }
        return Optional.of(
                new Posture(
                        request.security(),
                        Optional.of("TLSv1.3"),
                        Optional.of("TLS_AES_128_GCM_SHA256"),
                        List.of(),
                        Posture.Trust.AUTHORITY,
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.sessions.decrementAndGet();
        }
    }
}
