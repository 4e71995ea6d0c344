package org.postern.net.internal;

import java.io.IOException;
import java.io.InputStream;

/** An input below which another layer can be put while it is in use. */
final class LayeredInput extends InputStream {

    private InputStream below;

    LayeredInput(InputStream below) {
        this.below = below;
    }

    void inflate(byte[] read) {
        below = new InflatedInput(below, read);
    }

    @Override
    public int read() throws IOException {
        return below.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return below.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return below.available();
    }
}
