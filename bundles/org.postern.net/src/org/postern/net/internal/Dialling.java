package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.net.ConnectionObserver;
import org.postern.net.Observation;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Makes the TCP connection: all addresses of a host race, IPv6 first, each with a start of 250 ms
 * over the next (RFC 8305), so that a broken IPv6 does not hide a working IPv4. The first that
 * accepts wins; the others are hung up on. For one use.
 */
final class Dialling {

    /** RFC 8305 §8: the recommended delay. */
    private static final Duration STAGGER = Duration.ofMillis(250);

    /** How soon a cancellation is noticed. */
    private static final Duration PULSE = Duration.ofMillis(40);

    private final Endpoint peer;
    private final Duration limit;
    private final IProgressMonitor monitor;
    private final ConnectionObserver observer;
    private final Set<Dial> running = new LinkedHashSet<>();
    private final BlockingQueue<Dial> ended = new LinkedBlockingQueue<>();
    private MailException telling;
    private long lastStart;

    Dialling(Endpoint peer, Duration limit, IProgressMonitor monitor, ConnectionObserver observer) {
        this.peer = peer;
        this.limit = limit;
        this.monitor = monitor;
        this.observer = observer;
        telling = new MailException(new Failure.Unreachable(peer, "no address"));
    }

    /**
     * @return connected; the caller closes it
     * @throws MailException with what tells most of all the addresses' failures
     */
    TapSocket run(List<InetAddress> addresses) throws MailException {
        Deque<InetAddress> waiting = new ArrayDeque<>(AddressOrder.interleaved(addresses));
        try {
            return race(waiting);
        } finally {
            running.forEach(this::abandon);
        }
    }

    private TapSocket race(Deque<InetAddress> waiting) throws MailException {
        while (!waiting.isEmpty() || !running.isEmpty()) {
            if (!waiting.isEmpty() && isTimeForNext()) {
                start(waiting.remove());
            }
            Optional<Dial> end = await();
            if (end.isPresent() && accepts(end.get())) {
                return end.get().socket();
            }
        }
        throw telling;
    }

    private boolean isTimeForNext() {
        return running.isEmpty() || System.nanoTime() - lastStart >= STAGGER.toNanos();
    }

    private void start(InetAddress address) {
        Dial dial = new Dial(address, peer, limit, ended::add);
        running.add(dial);
        lastStart = System.nanoTime();
        dial.start();
    }

    private Optional<Dial> await() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            return Optional.ofNullable(ended.poll(PULSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    private boolean accepts(Dial dial) {
        running.remove(dial);
        Optional<MailException> failure = dial.failure();
        tell(dial, failure.map(MailException::failure));
        failure.filter(e -> weight(e) >= weight(telling)).ifPresent(e -> telling = e);
        return failure.isEmpty();
    }

    private void tell(Dial dial, Optional<Failure> failure) {
        observer.seen(new Observation.Dialled(dial.address(), dial.took(), failure));
    }

    /** It had not answered when another one had; that is told, for it may be broken. */
    private void abandon(Dial dial) {
        Optional<Failure> before = dial.failure().map(MailException::failure);
        dial.abandon(); // which makes it fail, too
        Failure late = new Failure.TimedOut(peer, Step.CONNECT, dial.took());
        tell(dial, Optional.of(before.orElse(late)));
    }

    /** A host that answered tells more than one that did not. */
    private static int weight(MailException e) {
        return switch (e.failure()) {
            case Failure.Refused refused -> 2;
            case Failure.TimedOut late -> 1;
            default -> 0;
        };
    }
}
