package org.postern.net.internal;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One address that is called, on a daemon thread of its own. */
final class Dial {

    private final InetAddress address;
    private final Endpoint peer;
    private final Duration limit;
    private final Consumer<Dial> ended;
    private final TapSocket socket = new TapSocket();
    private final long start = System.nanoTime();
    private volatile long end;
    private volatile Optional<MailException> failure = Optional.empty();

    /**
     * @param ended hears that there is an outcome, also after it was abandoned
     */
    Dial(InetAddress address, Endpoint peer, Duration limit, Consumer<Dial> ended) {
        this.address = address;
        this.peer = peer;
        this.limit = limit;
        this.ended = ended;
    }

    void start() {
        Thread.ofPlatform().daemon().name("Postern dial " + address).start(this::call);
    }

    private void call() {
        try {
            socket.connect(
                    new InetSocketAddress(address, peer.port().number()), Sockets.millis(limit));
            socket.setKeepAlive(true);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            Sockets.close(socket);
            failure = Optional.of(new MailException(failure(e), e));
        }
        end = System.nanoTime();
        ended.accept(this);
    }

    /** Nobody wants to know any more. */
    void abandon() {
        end = System.nanoTime();
        Sockets.close(socket);
    }

    InetAddress address() {
        return address;
    }

    TapSocket socket() {
        return socket;
    }

    /** Until the outcome, or until it was abandoned. */
    Duration took() {
        return Duration.ofNanos(end - start);
    }

    /** Empty when the address accepted. */
    Optional<MailException> failure() {
        return failure;
    }

    private Failure failure(IOException e) {
        String detail = Stage.detail(e).toLowerCase(Locale.ROOT);
        if (e instanceof SocketTimeoutException || detail.contains("timed out")) {
            return new Failure.TimedOut(peer, Step.CONNECT, limit);
        }
        return e instanceof ConnectException && detail.contains("refused")
                ? new Failure.Refused(peer)
                : new Failure.Unreachable(peer, Stage.detail(e));
    }
}
