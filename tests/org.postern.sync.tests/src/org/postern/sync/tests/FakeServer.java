package org.postern.sync.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Secret;
import org.postern.core.Step;
import org.postern.net.Connector;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.Transport;

import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in memory, and the transport to it. Tests change its state behind a session's back. */
final class FakeServer implements Transport {

    /** A mailbox of the server: messages by id, with their flags, and what happened. */
    static final class Box {
        final RemoteMailbox name;
        final Map<Integer, Set<Flag>> messages = new TreeMap<>();
        int epoch = 1;

        /** What stays when it is renamed; empty where the server has no such thing. */
        String identity = "";

        Box(String id, MailboxRole role) {
            name = new RemoteMailbox(id, List.of(id), role, true, true);
        }

        /** What its tokens begin with. */
        String mark() {
            return epoch + (identity.isEmpty() ? "" : "@" + identity) + ":";
        }

        /** Copies what another one has of these. */
        Map<RemoteId, RemoteId> take(Box from, Collection<RemoteId> ids) {
            Map<RemoteId, RemoteId> names = new HashMap<>();
            for (RemoteId id : ids) {
                int number = Integer.parseInt(id.value());
                Set<Flag> flags = from.messages.get(number);
                if (flags != null) {
                    names.put(id, put(number + 1000, flags));
                }
            }
            return names;
        }

        /** With the next free number that stands for the same message. */
        RemoteId put(int number, Set<Flag> flags) {
            int free = number;
            while (messages.containsKey(free)) {
                free += 1000;
            }
            messages.put(free, Set.copyOf(flags));
            return new RemoteId(Integer.toString(free));
        }
    }

    final Map<String, Box> boxes = new TreeMap<>();
    final List<OpenRequest> opened = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final AtomicInteger sessions = new AtomicInteger();
    final Set<Class<?>> lacks = new HashSet<>();
    final Semaphore news = new Semaphore(0);
    volatile Optional<Failure> openFails = Optional.empty();
    volatile Optional<Failure> commandFails = Optional.empty();
    volatile Optional<RuntimeException> breaks = Optional.empty();
    volatile Optional<CountDownLatch> stalls = Optional.empty();
    volatile int cutAfter = Integer.MAX_VALUE;
    volatile long bodySize = 20;
    volatile int bears = 5;
    volatile Failure full = new Failure.LoginRejected(Failures.PEER, "full", Optional.of("LIMIT"));
    volatile Optional<CountDownLatch> bodiesStall = Optional.empty();
    volatile int breakingSession;
    volatile boolean askForClear;
    volatile boolean tellsNames;
    volatile String commandsThatFail = "";
    volatile Optional<String> cutWhen = Optional.empty();

    FakeServer() {
        box("INBOX", MailboxRole.INBOX);
    }

    Box box(String id, MailboxRole role) {
        return boxes.computeIfAbsent(id, key -> new Box(key, role));
    }

    /** Gives a mailbox another name. */
    synchronized Box rename(String before, String after) {
        Box old = boxes.remove(before);
        Box box = box(after, MailboxRole.NONE);
        box.messages.putAll(old.messages);
        box.epoch = old.epoch;
        box.identity = old.identity;
        return box;
    }

    Box inbox() {
        return boxes.get("INBOX");
    }

    /** A server that mail is only fetched from. */
    FakeServer dropBox() {
        lacks.add(org.postern.transport.CanFlag.class);
        lacks.add(org.postern.transport.CanMove.class);
        lacks.add(org.postern.transport.CanWatch.class);
        lacks.add(org.postern.transport.CanGlance.class);
        lacks.add(org.postern.transport.CanShare.class);
        return this;
    }

    synchronized void put(int... numbers) {
        for (int number : numbers) {
            inbox().messages.put(number, EnumSet.noneOf(Flag.class));
        }
    }

    /** Which message a number stands for: a copy looks like what it was made from. */
    static int content(int number) {
        return number % 1000;
    }

    /** The same of a message that was put in. */
    static int content(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        return content(
                Integer.parseInt(text.replaceAll("(?s).*?(?:Subject:? |body )+(\\d+).*", "$1")));
    }

    static Instant received(int content) {
        return Instant.ofEpochSecond(1_700_000_000L + content);
    }

    /** The line breaks once, after something was done and before it is said. */
    void cut(String when) throws MailException {
        if (cutWhen.equals(Optional.of(when))) {
            cutWhen = Optional.empty();
            throw new MailException(new Failure.Broken(Failures.PEER, Step.MAIL, "cut"));
        }
    }

    @Override
    public MailSession open(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        opened.add(request);
        await(monitor);
        if (breaks.isPresent()) {
            throw breaks.get();
        }
        if (askForClear) {
            FakeConnections.inClear(request, connector, monitor);
        }
        if (openFails.isPresent()) {
            throw new MailException(openFails.get());
        }
        try (Secret secret = request.credentials().secret()) {
            if (secret.isEmpty()) {
                throw new MailException(
                        new Failure.LoginRejected(Failures.PEER, "no", Optional.empty()));
            }
        }
        if (sessions.incrementAndGet() > bears) {
            sessions.decrementAndGet();
            throw new MailException(full);
        }
        return new FakeSession(this, request, opened.size());
    }

    /** Waits while the server stalls. */
    void await(IProgressMonitor monitor) {
        await(stalls, monitor);
    }

    static void await(Optional<CountDownLatch> latch, IProgressMonitor monitor) {
        while (latch.isPresent() && latch.get().getCount() > 0) {
            try {
                latch.get().await(5, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new OperationCanceledException();
            }
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    List<RemoteMailbox> names() {
        List<RemoteMailbox> names = new ArrayList<>();
        boxes.values().forEach(box -> names.add(box.name));
        return names;
    }
}
