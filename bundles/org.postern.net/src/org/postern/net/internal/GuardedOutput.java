package org.postern.net.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Writes that do not wait for ever on a peer that stopped reading: then the socket is closed. */
final class GuardedOutput extends OutputStream {

    private final OutputStream out;
    private final Socket socket;
    private final Duration limit;

    GuardedOutput(OutputStream out, Socket socket, Duration limit) {
        this.out = out;
        this.socket = socket;
        this.limit = limit;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try (Watch watch = Watchdog.watch(limit, () -> Sockets.close(socket))) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw watch.expired() ? timedOut(e) : e;
            }
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private IOException timedOut(IOException cause) {
        IOException late = new SocketTimeoutException("nothing could be written for " + limit);
        late.initCause(cause);
        return late;
    }
}
