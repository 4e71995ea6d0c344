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

/**
 * Resolves a name without hanging: the system's call cannot be interrupted, so it runs on a daemon
 * thread of its own, which is left behind when nobody waits for it any more.
 */
final class Lookup {

    private static final Duration PULSE = Duration.ofMillis(40);

    private final Resolver resolver;
    private final Endpoint peer;
    private final Duration limit;
    private final IProgressMonitor monitor;

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
        long start = System.nanoTime();
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
        Failure failure =
                cause instanceof UnknownHostException
                        ? new Failure.NoSuchHost(peer.host())
                        : new Failure.Unreachable(peer, Stage.detail(cause));
        return new MailException(failure, cause);
    }
}
