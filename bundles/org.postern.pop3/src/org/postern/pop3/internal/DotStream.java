package org.postern.pop3.internal;

import java.io.InputStream;

/**
 * A dot-stuffed block (RFC 1939 §3) as the bytes that it stands for. Only CRLF begins a line here:
 * a server that passes bare line feeds on does not stuff the dots behind them, and a mail could end
 * the block early.
 */
final class DotStream extends InputStream {

    private enum State {
        LINE_START,
        INSIDE,
        /** A stuffed dot was followed by a carriage return that does not end a line. */
        LOOSE_RETURN,
        END
    }

    private final PopWire wire;
    private final byte[] single = new byte[1];
    private State state = State.LINE_START;
    private final long most;
    private boolean afterReturn;
    private long length;

    /**
     * @param most bytes that the block may have
     */
    DotStream(PopWire wire, long most) {
        this.wire = wire;
        this.most = most;
    }

    @Override
    public int read() throws WireException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int room) throws WireException {
        int count = 0;
        while (count < room && (count == 0 || wire.buffered() > 0)) {
            if (state == State.LINE_START) {
                startLine();
            }
            if (state == State.END) {
                break;
            }
            count +=
                    state == State.LOOSE_RETURN
                            ? looseReturn(target, offset + count)
                            : copy(target, offset + count, room - count);
        }
        return count == 0 && room > 0 ? -1 : counted(count);
    }

    private int counted(int more) throws WireException {
        length += more;
        if (length > most) {
            throw wire.exceeded(most + " bytes in a message");
        }
        return more;
    }

    private void startLine() throws WireException {
        state = State.INSIDE;
        afterReturn = false;
        if (wire.peek() != '.') {
            return;
        }
        wire.skip(1);
        if (wire.peek() == '\r') {
            wire.skip(1);
            state = wire.peek() == '\n' ? State.END : State.LOOSE_RETURN;
            wire.skip(state == State.END ? 1 : 0);
        }
    }

    private int looseReturn(byte[] target, int offset) {
        target[offset] = '\r';
        afterReturn = true;
        state = State.INSIDE;
        return 1;
    }

    /** Copies to the end of the line, of what is there, or of the room. */
    private int copy(byte[] target, int offset, int room) throws WireException {
        int count = wire.copyLine(target, offset, room);
        boolean feed = target[offset + count - 1] == '\n';
        boolean behindReturn = count > 1 ? target[offset + count - 2] == '\r' : afterReturn;
        if (feed && behindReturn) {
            state = State.LINE_START;
        } else {
            afterReturn = target[offset + count - 1] == '\r';
        }
        return count;
    }

    /** Reads to the block's end. */
    void drain() throws WireException {
        if (state == State.END) {
            return; // as most often, without room for what will not come
        }
        byte[] waste = new byte[8 * 1024];
        int count;
        do {
            count = read(waste, 0, waste.length);
        } while (count >= 0);
    }
}
