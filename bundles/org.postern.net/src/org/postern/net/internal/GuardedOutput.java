package org.postern.net.internal;

import org.postern.core.Failure;
import org.postern.net.ConnectionException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes that do not wait for ever on a peer that stopped reading: then the socket is closed. Until
 * the login they cost of the same time as reads.
 */
final class GuardedOutput extends OutputStream {

    private final OutputStream out;
    private final Runnable cut;
    private final Budget budget;
    private final Duration limit;
    private final Function<IOException, Optional<Failure>> cause;

    /**
     * @param cause knows better than the exception alone what happened before the login
     */
    GuardedOutput(
            OutputStream out,
            Runnable cut,
            Budget budget,
            Duration limit,
            Function<IOException, Optional<Failure>> cause) {
        this.cause = cause;
        this.out = out;
        this.cut = cut;
        this.budget = budget;
        this.limit = limit;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long start = System.nanoTime();
        Duration time = budget.isEnded() ? limit : budget.within(limit);
        try (Watch watch = Watchdog.watch(time, cut)) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw watch.expired() ? late(time, e) : known(e);
            }
        } finally {
            budget.spent(System.nanoTime() - start);
        }
    }

    private IOException known(IOException e) {
        Optional<Failure> failure = budget.isEnded() ? Optional.empty() : cause.apply(e);
        return failure.<IOException>map(known -> new ConnectionException(known, e)).orElse(e);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private IOException late(Duration time, IOException cause) {
        if (time.compareTo(limit) < 0) {
            return budget.late(cause);
        }
        IOException late = new SocketTimeoutException("nothing could be written for " + limit);
        late.initCause(cause);
        return late;
    }
}
