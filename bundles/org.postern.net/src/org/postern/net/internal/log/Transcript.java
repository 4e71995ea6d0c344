package org.postern.net.internal.log;

import org.postern.core.Text;
import org.postern.net.ConnectRequest;
import org.postern.net.RingWireLog;
import org.postern.net.WireLine.Direction;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Writes what one connection says into the wire log, redacted. Thread-safe. */
public final class Transcript {

    private static final int LONGEST = 512;
    private static final int LITERAL_KEPT = 4096;

    private final Optional<RingWireLog> log;
    private final ConnectRequest request;
    private final long connection;
    private final LoginPhase phase = new LoginPhase();
    private final Script script;
    private final ByteArrayOutputStream literal = new ByteArrayOutputStream();
    private final LineCutter out = new LineCutter(new Sent());
    private final LineCutter in = new LineCutter(new Received());

    /**
     * @param log empty keeps nothing
     */
    public Transcript(Optional<RingWireLog> log, ConnectRequest request) {
        this.log = log;
        this.request = request;
        connection = log.map(RingWireLog::nextConnection).orElse(0L);
        script =
                switch (request.dialect().protocol()) {
                    case "imap" -> new ImapScript(phase);
                    case "pop" -> new PopScript(phase);
                    default -> Script.sizesOnly();
                };
    }

    /** The client wrote this. */
    public synchronized void sent(byte[] bytes, int offset, int length) {
        if (log.isPresent()) {
            out.take(bytes, offset, length, false);
        }
    }

    /** The client wrote this as a secret. */
    public synchronized void hidden(byte[] bytes, int offset, int length) {
        if (log.isPresent()) {
            out.take(bytes, offset, length, true);
        }
    }

    /** The server said this inside of what protects the connection. */
    public synchronized void received(byte[] bytes, int offset, int length) {
        if (log.isPresent()) {
            in.take(bytes, offset, length, false);
        }
    }

    /** A line of the upgrade, which is the same for everybody. */
    public void sentInClear(String line) {
        keep(Direction.SENT, line);
    }

    /** Something about the connection itself. */
    public void note(String text) {
        keep(Direction.NOTE, text);
    }

    /** The login was accepted. */
    public synchronized void loggedIn() {
        script.loggedIn();
        end();
    }

    /** Nothing more comes; what was kept of secrets is forgotten. */
    public synchronized void end() {
        phase.end();
        literal.reset();
    }

    private void keep(Direction direction, String text) {
        log.ifPresent(
                ring ->
                        ring.keep(
                                request.account(),
                                request.endpoint(),
                                connection,
                                direction,
                                Text.visible(text, LONGEST)));
    }

    private long show(Direction direction, Script.Shown shown) {
        if (!shown.text().isEmpty()) {
            keep(direction, shown.text());
        }
        return shown.opaque();
    }

    private final class Sent implements LineCutter.Reader {

        @Override
        public long line(Line line) {
            if (literal.size() > 0) {
                phase.learn(literal.toByteArray());
                literal.reset();
            }
            return show(Direction.SENT, script.sent(line));
        }

        /** A literal of a login may be the password. */
        @Override
        public void opaque(byte[] bytes, int offset, int length) {
            if (!phase.isOver()) {
                literal.write(bytes, offset, Math.min(length, LITERAL_KEPT - literal.size()));
            }
        }

        @Override
        public void lost() {
            note("too long a line was sent; no more is shown");
        }
    }

    private final class Received implements LineCutter.Reader {

        @Override
        public long line(Line line) {
            return show(Direction.RECEIVED, script.received(line));
        }

        @Override
        public void opaque(byte[] bytes, int offset, int length) {
            // Announced in the line before.
        }

        @Override
        public void lost() {
            note("too long a line came; no more is shown");
        }
    }
}
