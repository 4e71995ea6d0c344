package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.net.Resolver;
import org.postern.security.ReferenceHost;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Resolves a name without hanging: the system's call cannot be interrupted, so it runs on a daemon
 * thread of its own, which is left behind when nobody waits for it any more.
 */
final class Lookup {

    /**
     * How systems say that the name servers did not answer (EAI_AGAIN, WSATRY_AGAIN), which the
     * runtime throws as if there was no such host. It forgets the difference for ten seconds when
     * the same name is asked for again, and a C library may translate it; then the host counts as
     * unknown.
     */
    private static final Pattern TEMPORARY =
            Pattern.compile("(?i)temporary (failure|error)|try again|temporarily");

    private static final Duration PULSE = Duration.ofMillis(40);

    private final Resolver resolver;
    private final Endpoint peer;
    private final Duration limit;
    private final IProgressMonitor monitor;
    private final long start = System.nanoTime();

    Lookup(Resolver resolver, Endpoint peer, Duration limit, IProgressMonitor monitor) {
        this.resolver = resolver;
        this.peer = peer;
        this.limit = limit;
        this.monitor = monitor;
    }

    List<InetAddress> run(ReferenceHost host) throws MailException {
        if (host.address().isPresent()) {
            return List.of(host.address().get());
        }
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> resolver.resolve(host.name()));
        Thread.ofPlatform().daemon().name("Postern name look-up").start(task);
        return await(task);
    }

    private List<InetAddress> await(FutureTask<List<InetAddress>> task) throws MailException {
        while (System.nanoTime() - start < limit.toNanos()) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            try {
                return task.get(PULSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                throw failed(e.getCause());
            }
        }
        throw new MailException(new Failure.TimedOut(peer, Step.RESOLVE, limit));
    }

    private MailException failed(Throwable cause) {
        return new MailException(failure(cause), cause);
    }

    private Failure failure(Throwable cause) {
        if (TEMPORARY.matcher(Stage.detail(cause)).find()) {
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            return new Failure.TimedOut(peer, Step.RESOLVE, after);
        }
        return cause instanceof UnknownHostException
                ? new Failure.NoSuchHost(peer.host())
                : new Failure.Unreachable(peer, Stage.detail(cause));
    }
}
