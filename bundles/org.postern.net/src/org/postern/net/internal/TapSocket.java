package org.postern.net.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * A TCP socket that remembers the first bytes that came in, and that, once TLS is {@linkplain
 * #expectTls() expected}, lets nothing through that is not TLS: the runtime never gets to interpret
 * clear text, and the clear text is known afterwards.
 */
final class TapSocket extends Socket {

    /** How long to wait for the rest of a line of clear text. */
    private static final int REST_OF_LINE_MILLIS = 300;

    private static final int LONGEST_LINE = 512;

    /** The whole record of a fatal alert. */
    private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

    private final FirstBytes first = new FirstBytes();
    private final TlsRecord records = new TlsRecord();
    private volatile Optional<Budget> budget = Optional.empty();
    private Tap tap;
    private volatile boolean tls;
    private volatile boolean sound;
    private volatile boolean clearText;

    /** Something else than TLS came where TLS was due. */
    static final class ClearTextException extends IOException {
        private static final long serialVersionUID = 1L;

        ClearTextException() {
            super("clear text instead of TLS");
        }
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (tap == null) {
            tap = new Tap(super.getInputStream());
        }
        return tap;
    }

    /** What came first; after {@link #expectTls()} what came first since then. */
    FirstBytes first() {
        return first;
    }

    /** From now on what comes costs. */
    void charge(Budget other) {
        budget = Optional.of(other);
    }

    void expectTls() {
        first.clear();
        tls = true;
    }

    /** TLS that is older than what makes it safe will not do; a probe would like to see it. */
    void expectSoundTls() {
        expectTls();
        sound = true;
    }

    /** The handshake is over; another one is refused. */
    void settle() {
        sound = false;
        records.settle();
    }

    /** Whether clear text came where TLS was expected. */
    boolean sawClearText() {
        return clearText;
    }

    private final class Tap extends FilterInputStream {

        private boolean begun;

        Tap(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                first.add(buffer, offset, count);
                charge(count);
                if (tls) {
                    check(buffer, offset, count);
                }
            }
            return count;
        }

        private void charge(int count) throws IOException {
            if (budget.isPresent()) {
                budget.get().received(count);
            }
        }

        private void check(byte[] buffer, int offset, int count) throws IOException {
            if (!begun && !TlsRecord.isStart(buffer[offset] & 0xff)) {
                clearText = true;
                readRestOfLine();
                throw new ClearTextException();
            }
            begun = true;
            refuseUnsafe();
            records.follow(buffer, offset, count);
        }

        /** The runtime would go on. Nothing is encrypted yet, so that an alert is easily said. */
        private void refuseUnsafe() throws IOException {
            if (sound && new TlsHello(first.toArray()).renegotiatesUnsafely()) {
                TapSocket.super.getOutputStream().write(HANDSHAKE_FAILURE);
                shutdownOutput();
                throw new IOException("the server knows no secure renegotiation (RFC 5746)");
            }
        }

        /** For the evidence. The time limit of the handshake still holds above it. */
        private void readRestOfLine() throws IOException {
            setSoTimeout(REST_OF_LINE_MILLIS);
            byte[] one = new byte[1];
            try {
                int count = super.read(one, 0, 1);
                for (int i = 0; count > 0 && one[0] != '\n' && i < LONGEST_LINE; i++) {
                    first.add(one, 0, 1);
                    count = super.read(one, 0, 1);
                }
            } catch (SocketTimeoutException e) {
                // The line has no end; what came of it is evidence enough.
                return;
            }
        }
    }
}
