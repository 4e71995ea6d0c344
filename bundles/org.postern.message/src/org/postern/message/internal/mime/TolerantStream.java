package org.postern.message.internal.mime;

import org.eclipse.angus.mail.util.DecodingException;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends where a decoder gives up; failures of the source itself pass through. */
final class TolerantStream extends FilterInputStream {

    private boolean ended;

    TolerantStream(InputStream decoder) {
        super(decoder);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            return in.read(into, offset, length);
        } catch (DecodingException | RuntimeException damaged) {
            // What was decoded so far is all there is to have; the rest is not encoded text.
            ended = true;
            return -1;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
