package org.postern.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** An accepted socket that records every byte it read from the network, below any TLS. */
final class WireSocket extends Socket {
    private final Recording wire;
    private InputStream input;

    WireSocket(Recording wire) {
        this.wire = wire;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new Tap(super.getInputStream());
        }
        return input;
    }

    private final class Tap extends FilterInputStream {
        Tap(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) {
                wire.add(octet);
            }
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                wire.add(buffer, offset, count);
            }
            return count;
        }
    }
}
