package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.net.ConnectionObserver;
import org.postern.net.Observation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the TCP connection: the addresses of a host in turn, so that a broken IPv6 does not hide a
 * working IPv4. All but the last get little time.
 */
final class Dialling {

    private static final Duration FIRST_TRIES = Duration.ofSeconds(3);

    private final Endpoint peer;
    private final Duration limit;
    private final IProgressMonitor monitor;
    private final ConnectionObserver observer;

    Dialling(Endpoint peer, Duration limit, IProgressMonitor monitor, ConnectionObserver observer) {
        this.peer = peer;
        this.limit = limit;
        this.monitor = monitor;
        this.observer = observer;
    }

    /**
     * @return connected; the caller closes it
     * @throws MailException with what tells most of all the addresses' failures
     */
    TapSocket run(List<InetAddress> addresses) throws MailException {
        MailException telling = unreachable("no address");
        for (int i = 0; i < addresses.size(); i++) {
            boolean last = i == addresses.size() - 1;
            try {
                return dial(addresses.get(i), last ? limit : shorter(limit, FIRST_TRIES));
            } catch (MailException e) {
                telling = weight(e) >= weight(telling) ? e : telling;
            }
        }
        throw telling;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private TapSocket dial(InetAddress address, Duration time) throws MailException {
        long start = System.nanoTime();
        try {
            TapSocket socket = call(address, time);
            tell(address, start, Optional.empty());
            return socket;
        } catch (MailException e) {
            tell(address, start, Optional.of(e.failure()));
            throw e;
        }
    }

    private void tell(InetAddress address, long start, Optional<Failure> failure) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        observer.seen(new Observation.Dialled(address, took, failure));
    }

    private TapSocket call(InetAddress address, Duration time) throws MailException {
        TapSocket socket = new TapSocket();
        try (Watch watch = Watchdog.watch(monitor, () -> Sockets.close(socket))) {
            socket.connect(new InetSocketAddress(address, port()), Sockets.millis(time));
            socket.setKeepAlive(true);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            Sockets.close(socket);
            refuseIfCancelled();
            throw new MailException(failure(e, time), e);
        }
        if (monitor.isCanceled()) {
            Sockets.close(socket);
            throw new OperationCanceledException();
        }
        return socket;
    }

    private int port() {
        return peer.port().number();
    }

    private void refuseIfCancelled() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private Failure failure(IOException e, Duration time) {
        String detail = Stage.detail(e).toLowerCase(Locale.ROOT);
        if (e instanceof SocketTimeoutException || detail.contains("timed out")) {
            return new Failure.TimedOut(peer, Step.CONNECT, time);
        }
        return e instanceof ConnectException && detail.contains("refused")
                ? new Failure.Refused(peer)
                : new Failure.Unreachable(peer, Stage.detail(e));
    }

    private MailException unreachable(String detail) {
        return new MailException(new Failure.Unreachable(peer, detail));
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
