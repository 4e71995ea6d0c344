package org.postern.net;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A wire log that forgets the oldest lines of an account when it holds more than 2,000 of them or
 * more than 256 KiB of their text. Nothing of it is ever written anywhere.
 */
public final class RingWireLog implements WireLog {

    /** So many lines are kept per account. */
    public static final int LINES = 2_000;

    /** So many bytes of text (UTF-8) are kept per account. */
    public static final int BYTES = 256 * 1024;

    private static final System.Logger LOG = System.getLogger(RingWireLog.class.getName());

    private final Clock clock;
    private final Map<AccountId, Ring> rings = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();

    /** The lines of one account, oldest first. */
    private static final class Ring {
        private final Deque<WireLine> lines = new ArrayDeque<>();
        private int bytes;

        void add(WireLine line) {
            lines.add(line);
            bytes += size(line);
            while (lines.size() > LINES || bytes > BYTES) {
                bytes -= size(lines.remove());
            }
        }

        private static int size(WireLine line) {
            return line.text().getBytes(StandardCharsets.UTF_8).length;
        }
    }

    public RingWireLog() {
        this(Clock.systemUTC());
    }

    /**
     * @param clock tells when a line was kept
     */
    public RingWireLog(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** A number that no other connection of this log has. */
    public long nextConnection() {
        return connections.incrementAndGet();
    }

    /**
     * Keeps a line, and tells the listeners.
     *
     * @param text redacted, and made visible
     */
    public void keep(
            AccountId account,
            Endpoint peer,
            long connection,
            WireLine.Direction direction,
            String text) {
        WireLine line;
        synchronized (rings) {
            line =
                    new WireLine(
                            lines.incrementAndGet(),
                            clock.instant(),
                            account,
                            peer,
                            connection,
                            direction,
                            text);
            rings.computeIfAbsent(account, any -> new Ring()).add(line);
        }
        listeners.forEach(listener -> tell(listener, line));
    }

    /** A listener that fails must not harm the connection that is logged. */
    private static void tell(Listener listener, WireLine line) {
        try {
            listener.line(line);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a listener of the wire log failed", e);
        }
    }

    @Override
    public List<WireLine> lines(AccountId account) {
        synchronized (rings) {
            Ring ring = rings.get(account);
            return ring == null ? List.of() : List.copyOf(ring.lines);
        }
    }

    @Override
    public void clear(AccountId account) {
        synchronized (rings) {
            rings.remove(account);
        }
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
