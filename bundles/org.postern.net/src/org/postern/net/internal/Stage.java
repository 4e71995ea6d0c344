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
import java.util.function.LongConsumer;

/**
 * A step of a connection under a limit of time: the watchdog closes the socket when the time is
 * over or the user cancelled, and whatever ended the step becomes a typed failure.
 */
final class Stage {

    private final Endpoint peer;
    private final Step step;
    private final Duration limit;
    private final IProgressMonitor monitor;
    private final LongConsumer spent;

    /** What is done in a step. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, MailException;
    }

    Stage(Endpoint peer, Step step, Duration limit, IProgressMonitor monitor) {
        this(peer, step, limit, monitor, nanos -> {});
    }

    /**
     * @param spent hears how many nanoseconds the step took
     */
    Stage(Endpoint peer, Step step, Duration limit, IProgressMonitor monitor, LongConsumer spent) {
        this.spent = spent;
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
        try (Watch watch = Watchdog.watch(monitor, limit, () -> Sockets.close(socket))) {
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
            spent.accept(System.nanoTime() - start);
        }
    }

    private Failure explained(IOException e, Function<IOException, Optional<Failure>> cause) {
        return ConnectionException.in(e).or(() -> cause.apply(e)).orElseGet(() -> failure(e));
    }

    private void failIfInterrupted(Watch watch) throws MailException {
        refuseIfCancelled();
        if (watch.expired()) {
            throw new MailException(new Failure.TimedOut(peer, step, limit));
        }
    }

    private void refuseIfCancelled() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private Failure failure(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return new Failure.TimedOut(peer, step, limit);
        }
        return isEnd(e)
                ? new Failure.Closed(peer, step, "")
                : new Failure.Broken(peer, step, detail(e));
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
