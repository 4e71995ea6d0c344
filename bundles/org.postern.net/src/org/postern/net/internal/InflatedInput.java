package org.postern.net.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a server sends compressed (RFC 1951). Only as much is inflated as somebody reads, so that a
 * bomb costs what its reader allows; input that yields nothing is limited here.
 */
public final class InflatedInput extends InputStream {

    /** An empty block takes five bytes; no server needs many of them. */
    private static final int MOST_BARREN = 64 * 1024;

    private final InputStream source;
    private final Inflater inflater = new Inflater(true); // freed with this object
    private final byte[] raw = new byte[8 * 1024];
    private int barren;

    /**
     * @param read bytes that came before the others
     */
    public InflatedInput(InputStream source, byte[] read) {
        this.source = source;
        inflater.setInput(read.clone());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = inflated(target, offset, length);
        while (count == 0) {
            if (inflater.finished() || inflater.needsDictionary() || !more()) {
                return -1;
            }
            count = inflated(target, offset, length);
        }
        barren = 0;
        return count;
    }

    private int inflated(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new IOException("the compressed data are damaged", e);
        }
    }

    private boolean more() throws IOException {
        int came = source.read(raw);
        if (came > 0) {
            barren += came;
            inflater.setInput(raw, 0, came);
        }
        if (barren > MOST_BARREN) {
            throw new IOException("compressed data that hold nothing");
        }
        return came > 0;
    }
}
