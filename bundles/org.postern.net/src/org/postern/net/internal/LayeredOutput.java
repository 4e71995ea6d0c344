package org.postern.net.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** An output below which another layer can be put while it is in use. */
final class LayeredOutput extends OutputStream {

    private static final int BUFFER = 8 * 1024;

    private OutputStream below;

    LayeredOutput(OutputStream below) {
        this.below = below;
    }

    void deflate() {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        below = new DeflaterOutputStream(below, deflater, BUFFER, true);
    }

    @Override
    public void write(int octet) throws IOException {
        below.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        below.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        below.flush();
    }
}
