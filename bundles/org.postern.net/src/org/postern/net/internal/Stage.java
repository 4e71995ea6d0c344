package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.net.ConnectionException;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A step of a connection under a limit of time: the watchdog closes the socket when the time is
 * over or the user cancelled, and whatever ended the step becomes a typed failure.
 */
final class Stage {

    private final Endpoint peer;
    private final Step step;
    private final Duration limit;
    private final IProgressMonitor monitor;
    private final Optional<Budget> budget;
    private final Duration time;

    /** What is done in a step. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, MailException;
    }

    Stage(Endpoint peer, Step step, Duration limit, IProgressMonitor monitor) {
        this(peer, step, limit, monitor, Optional.empty());
    }

    /**
     * @param budget of which the step costs, and beyond which it does not go; to be run at once
     */
    Stage(
            Endpoint peer,
            Step step,
            Duration limit,
            IProgressMonitor monitor,
            Optional<Budget> budget) {
        this.budget = budget;
        time = budget.map(all -> all.within(limit)).orElse(limit);
        this.peer = peer;
        this.step = step;
        this.limit = limit;
        this.monitor = monitor;
    }

    /**
     * @param socket closed by the watchdog
     * @throws OperationCanceledException when the monitor was cancelled
     */
    <T> T run(Socket socket, Work<T> work) throws MailException {
        return run(socket, work, e -> Optional.empty());
    }

    /**
     * @param cause knows better than the exception alone what happened, or has no opinion
     */
    <T> T run(Socket socket, Work<T> work, Function<IOException, Optional<Failure>> cause)
            throws MailException {
        long start = System.nanoTime();
        try (Watch watch = Watchdog.watch(monitor, time, () -> Sockets.close(socket))) {
            try {
                T result = work.run();
                failIfInterrupted(watch);
                return result;
            } catch (IOException e) {
                failIfInterrupted(watch);
                throw new MailException(explained(e, cause), e);
            } catch (MailException e) {
                refuseIfCancelled();
                throw e;
            }
        } finally {
            budget.ifPresent(all -> all.spent(System.nanoTime() - start));
        }
    }

    private Failure explained(IOException e, Function<IOException, Optional<Failure>> cause) {
        return ConnectionException.in(e).or(() -> cause.apply(e)).orElseGet(() -> failure(e));
    }

    private void failIfInterrupted(Watch watch) throws MailException {
        refuseIfCancelled();
        if (watch.expired()) {
            throw new MailException(timedOut());
        }
    }

    private void refuseIfCancelled() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private Failure failure(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return timedOut();
        }
        return isEnd(e)
                ? new Failure.Closed(peer, step, "")
                : new Failure.Broken(peer, step, detail(e));
    }

    /** By the limit that was exceeded: the step's own, or that of all before the login. */
    private Failure timedOut() {
        Optional<Budget> shorter = budget.filter(all -> time.compareTo(limit) < 0);
        return new Failure.TimedOut(peer, step, shorter.map(Budget::time).orElse(limit));
    }

    /** Whether the peer hung up, politely or not. */
    static boolean isEnd(Throwable e) {
        boolean here =
                e instanceof EOFException
                        || e instanceof SocketException
                                && detail(e).matches("(?i).*(reset|broken pipe|aborted).*");
        return here || e.getCause() != null && isEnd(e.getCause());
    }

    static String detail(Throwable e) {
        return Text.visible(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
}
