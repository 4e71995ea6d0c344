package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Compress;
import org.postern.imap.internal.command.Noop;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Compresses a session whose link is the bottleneck of a large transfer (RFC 4978), and no other:
 * on a fast link it makes both sides five times slower. It is decided once, by what was measured,
 * and never before the login.
 */
final class Compression {

    /** Less says nothing about the link. */
    private static final long LEAST_BYTES = 256 * 1024;

    /** Bytes in a second, which a server's processor outruns by far. */
    private static final long SLOW = 4 << 20;

    /** A server that answers sooner is near, and slow for another reason. */
    private static final long FAR_NANOS = 5_000_000;

    private static final double SECOND = 1e9;

    private final Dialogue dialogue;
    private final LongSupplier clock;
    private boolean open;

    /**
     * @param clock nanoseconds
     */
    Compression(Dialogue dialogue, Features features, LongSupplier clock) {
        this.dialogue = dialogue;
        this.clock = clock;
        this.open = features.has("COMPRESS=DEFLATE");
    }

    /** Whether it still has to be decided. */
    boolean isOpen() {
        return open;
    }

    long now() {
        return clock.getAsLong();
    }

    /** So many bytes came since then; decides when they were enough. No command may run. */
    void measured(long bytes, long since) throws IOException, MailException {
        double seconds = (now() - since) / SECOND;
        if (bytes >= LEAST_BYTES) {
            open = false;
            if (bytes / seconds < SLOW && isFar()) {
                begin();
            }
        }
    }

    private boolean isFar() throws IOException, MailException {
        long asked = now();
        dialogue.run(Noop.say(), Listener.NOBODY);
        return now() - asked >= FAR_NANOS;
    }

    private void begin() throws IOException, MailException {
        if (dialogue.run(Compress.deflate(), Listener.NOBODY).ok()) {
            dialogue.compress();
        }
    }
}
