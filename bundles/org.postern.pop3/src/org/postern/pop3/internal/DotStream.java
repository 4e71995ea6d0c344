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
    private boolean afterReturn;
    private long length;

    DotStream(PopWire wire) {
        this.wire = wire;
    }

    @Override
    public int read() throws WireException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int room) throws WireException {
        if (room == 0) {
            return 0;
        }
        if (state == State.LINE_START) {
            startLine();
        }
        return switch (state) {
            case END -> -1;
            case LOOSE_RETURN -> counted(looseReturn(target, offset));
            default -> counted(copy(target, offset, room));
        };
    }

    private int counted(int more) throws WireException {
        length += more;
        if (length > wire.limits().body()) {
            throw wire.exceeded(wire.limits().body() + " bytes in a message");
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
    private int copy(byte[] target, int offset, int length) throws WireException {
        int room = Math.min(wire.available(), length);
        for (int i = 0; i < room; i++) {
            byte b = wire.take();
            target[offset + i] = b;
            if (b == '\n' && afterReturn) {
                state = State.LINE_START;
                return i + 1;
            }
            afterReturn = b == '\r';
        }
        return room;
    }

    /** Reads to the block's end. */
    void drain() throws WireException {
        byte[] waste = new byte[8 * 1024];
        int count;
        do {
            count = read(waste, 0, waste.length);
        } while (count >= 0);
    }
}
