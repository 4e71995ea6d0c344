package org.postern.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.BiConsumer;

/** One direction of one connection through a proxy. Run by one thread. */
final class ProxyPipe {
    private final ProxyLink link;
    private final Direction direction;
    private final BiConsumer<ProxyPipe, byte[]> recorder;
    private final Deque<Disturbance> ahead = new ArrayDeque<>();
    private long passed;
    private boolean trickles;

    ProxyPipe(ProxyLink link, Direction direction, BiConsumer<ProxyPipe, byte[]> recorder) {
        this.link = link;
        this.direction = direction;
        this.recorder = recorder;
        link.disturbances(direction).stream()
                .sorted(Comparator.comparingLong(Disturbance::offset))
                .forEach(ahead::add);
    }

    int connection() {
        return link.number();
    }

    Direction direction() {
        return direction;
    }

    /** Passes bytes on until one side ends; then tells the other. */
    void run() throws IOException, InterruptedException {
        try {
            disturb();
            pass(link.source(direction).getInputStream(), link.target(direction).getOutputStream());
            link.target(direction).shutdownOutput();
        } catch (SocketException e) {
            link.close();
        }
    }

    private void pass(InputStream input, OutputStream output)
            throws IOException, InterruptedException {
        byte[] buffer = new byte[8192];
        int count = input.read(buffer);
        while (count >= 0) {
            byte[] chunk = Arrays.copyOf(buffer, count);
            recorder.accept(this, chunk);
            passOn(chunk, output);
            count = input.read(buffer);
        }
    }

    private void passOn(byte[] chunk, OutputStream output)
            throws IOException, InterruptedException {
        int from = 0;
        while (from < chunk.length) {
            int length = lengthOfNextPiece(chunk.length - from);
            output.write(chunk, from, length);
            output.flush();
            from += length;
            passed += length;
            disturb();
        }
    }

    private int lengthOfNextPiece(int available) {
        int most = trickles ? 1 : available;
        return ahead.isEmpty() ? most : (int) Math.min(most, ahead.peek().offset() - passed);
    }

    private void disturb() throws IOException, InterruptedException {
        while (!ahead.isEmpty() && ahead.peek().offset() == passed) {
            switch (ahead.remove().kind()) {
                case CUT -> link.close();
                case RESET -> link.reset();
                case STALL -> link.awaitResume();
                case TRICKLE -> trickles = true;
            }
        }
    }
}
