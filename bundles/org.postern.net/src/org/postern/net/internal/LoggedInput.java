package org.postern.net.internal;

import org.postern.net.internal.log.Transcript;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets a transcript hear what comes, and counts it. */
final class LoggedInput extends FilterInputStream {

    private final Transcript transcript;
    private volatile long count;

    LoggedInput(InputStream in, Transcript transcript) {
        super(in);
        this.transcript = transcript;
    }

    /** How many bytes came so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int came = super.read(buffer, offset, length);
        if (came > 0) {
            count += came;
            transcript.received(buffer, offset, came);
        }
        return came;
    }

    /** Nothing goes by unheard. */
    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[Math.clamp(wanted, 0, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
