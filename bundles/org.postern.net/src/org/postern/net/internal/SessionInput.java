package org.postern.net.internal;

import org.postern.core.Failure;
import org.postern.net.ConnectionException;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the provider reads: under the budget until the login, at a decent pace afterwards. One
 * thread at a time.
 */
final class SessionInput extends InputStream {

    private final Socket socket;
    private final InputStream in;
    private final Runnable cut;
    private final Budget budget;
    private final Duration patience;
    private final Pace pace;
    private boolean lines = true;
    private final Function<IOException, Optional<Failure>> cause;

    /**
     * @param cut ends a read that takes too long
     * @param patience how long one read may take beyond the socket's own limit, which begins anew
     *     with every byte of a TLS record; and how long a line may dribble
     * @param cause knows better than the exception alone what happened before the login
     */
    SessionInput(
            Socket socket,
            Runnable cut,
            Budget budget,
            Duration patience,
            Function<IOException, Optional<Failure>> cause)
            throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.cut = cut;
        this.budget = budget;
        this.patience = patience;
        this.cause = cause;
        pace = new Pace(patience);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return budget.isEnded() ? paced(buffer, offset, length) : hurried(buffer, offset, length);
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    private int hurried(byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        try (Watch watch = Watchdog.watch(budget.left(), cut)) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw watch.expired() ? budget.late(e) : known(e);
            }
        } finally {
            budget.spent(System.nanoTime() - start);
        }
    }

    private IOException known(IOException e) {
        return ConnectionException.in(e)
                .or(() -> cause.apply(e))
                .<IOException>map(failure -> new ConnectionException(failure, e))
                .orElse(e);
    }

    private int paced(byte[] buffer, int offset, int length) throws IOException {
        pace.check();
        long start = System.nanoTime();
        int count = bounded(buffer, offset, length);
        if (count > 0) {
            long waited = System.nanoTime() - start;
            if (lines) {
                pace.received(buffer, offset, count, waited);
            }
            if (socket.getSoTimeout() == Sockets.millis(patience)) {
                pace.answered(count, waited);
            }
        }
        return count;
    }

    /** What comes from here on is compressed and has no lines; answers are still measured. */
    void withoutLines() {
        lines = false;
    }

    /**
     * The provider said something. Whatever it hears then under the usual time-out is an answer;
     * with another one it listens to news, as in IDLE.
     */
    void said() {
        pace.said();
    }

    private int bounded(byte[] buffer, int offset, int length) throws IOException {
        Duration limit = patience.plusMillis(socket.getSoTimeout());
        try (Watch watch = Watchdog.watch(limit, cut)) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw watch.expired() ? stalled(e) : e;
            }
        }
    }

    private static IOException stalled(IOException cause) {
        IOException late = new SocketTimeoutException("a TLS record did not end in time");
        late.initCause(cause);
        return late;
    }
}
