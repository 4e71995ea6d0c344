package org.postern.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * A long wire: everything arrives half a round trip later, in both directions, and as much as the
 * queue holds may be under way.
 */
final class DelayProxy implements AutoCloseable {

    private static final int PIECE = 1 << 16;
    private static final int UNDER_WAY = 1024;

    private final ServerSocket listener;
    private final int target;
    private final long nanos;

    private final AtomicInteger trips = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean answered = new AtomicBoolean(true);

    private record Piece(long due, byte[] bytes) {}

    DelayProxy(int target, Duration roundTrip) throws IOException {
        this.target = target;
        this.nanos = roundTrip.toNanos() / 2;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                pipe(near, far, this::asked);
                pipe(far, near, this::answered);
            }
        } catch (IOException closed) {
            System.Logger log = System.getLogger(DelayProxy.class.getName());
            log.log(System.Logger.Level.DEBUG, "the proxy ends", closed);
        }
    }

    private void asked(int count) {
        bytes.addAndGet(count);
        if (answered.getAndSet(false)) {
            trips.incrementAndGet();
        }
    }

    private void answered(int count) {
        bytes.addAndGet(count);
        answered.set(true);
    }

    /** How often the client spoke after the server had, and had to wait for that. */
    int trips() {
        return trips.get();
    }

    /** In both directions. */
    long bytes() {
        return bytes.get();
    }

    private void pipe(Socket from, Socket to, IntConsumer counter) {
        BlockingQueue<Piece> wire = new ArrayBlockingQueue<>(UNDER_WAY);
        Thread.ofPlatform().daemon().start(() -> read(from, wire, counter));
        Thread.ofPlatform().daemon().start(() -> write(wire, to));
    }

    private void read(Socket from, BlockingQueue<Piece> wire, IntConsumer counter) {
        byte[] buffer = new byte[PIECE];
        try (from) {
            InputStream in = from.getInputStream();
            int count = in.read(buffer);
            while (count >= 0) {
                counter.accept(count);
                wire.put(new Piece(System.nanoTime() + nanos, Arrays.copyOf(buffer, count)));
                count = in.read(buffer);
            }
        } catch (IOException ended) {
            wire.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wire.add(new Piece(System.nanoTime() + nanos, new byte[0]));
    }

    private static void write(BlockingQueue<Piece> wire, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            Piece piece = wire.take();
            while (piece.bytes().length > 0) {
                long wait = piece.due() - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                out.write(piece.bytes());
                piece = wire.take();
            }
        } catch (IOException ended) {
            wire.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
