package org.postern.diagnosis.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.ServerSettings;
import org.postern.diagnosis.Sibling;
import org.postern.transport.ConnectionPlan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One way, and the thread that goes it. */
final class Way {

    private static final Duration PULSE = Duration.ofMillis(40);

    private final ServerSettings settings;
    private final ConnectionPlan plan;
    private final Probe probe;
    private Optional<FutureTask<Sibling.Outcome>> task = Optional.empty();

    Way(ServerSettings settings, ConnectionPlan plan, Probe probe) {
        this.settings = settings;
        this.plan = plan;
        this.probe = probe;
    }

    void start(IProgressMonitor monitor) {
        FutureTask<Sibling.Outcome> made = new FutureTask<>(() -> probe.run(monitor));
        task = Optional.of(made);
        Thread.ofPlatform().daemon().name("Postern survey").start(made);
    }

    Sibling.Outcome await(long end, IProgressMonitor monitor) {
        FutureTask<Sibling.Outcome> running = task.orElseThrow();
        while (running.isDone() || System.nanoTime() < end) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            try {
                return running.get(PULSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                // A stranger's transport failed by an error of its own: that tells nothing.
                break;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            }
        }
        return new Sibling.Outcome.Unknown();
    }

    Sibling sibling(Sibling.Outcome outcome) {
        return new Sibling(settings, plan.endpoint().orElseThrow(), plan.security(), outcome);
    }
}
