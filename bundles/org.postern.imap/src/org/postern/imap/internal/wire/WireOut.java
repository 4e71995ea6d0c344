package org.postern.imap.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to the server, gathered until {@link #flush()}; wiped behind, for a password may pass. */
public final class WireOut {

    private final OutputStream shown;
    private final OutputStream hidden;
    private OutputStream target;
    private final byte[] buffer = new byte[16 * 1024];
    private int length;
    private boolean unflushed;

    /**
     * @param shown to logs; not closed by this object
     * @param hidden the same where secrets go
     */
    public WireOut(OutputStream shown, OutputStream hidden) {
        this.shown = shown;
        this.hidden = hidden;
        this.target = shown;
    }

    /** What follows is secret. */
    public void hide() throws IOException {
        drain();
        target = hidden;
    }

    /** What follows is for everybody. */
    public void show() throws IOException {
        drain();
        target = shown;
    }

    /** Text whose characters are bytes. */
    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            int count = Math.min(bytes.length - done, room());
            System.arraycopy(bytes, done, buffer, length, count);
            length += count;
            done += count;
        }
    }

    /**
     * Copies just so many bytes.
     *
     * @return false when the source ended before or has more
     * @throws SourceFailed when reading the source, and not the network, broke
     */
    public boolean copy(InputStream source, long size) throws IOException, SourceFailed {
        for (long left = size; left > 0; ) {
            int count = read(source, (int) Math.min(left, room()));
            if (count <= 0) {
                return false;
            }
            length += count;
            left -= count;
        }
        return ended(source);
    }

    private int read(InputStream source, int most) throws SourceFailed {
        try {
            return source.read(buffer, length, most);
        } catch (IOException e) {
            throw new SourceFailed(e);
        }
    }

    private static boolean ended(InputStream source) throws SourceFailed {
        try {
            return source.read() < 0;
        } catch (IOException e) {
            throw new SourceFailed(e);
        }
    }

    private int room() throws IOException {
        if (length == buffer.length) {
            drain();
        }
        return buffer.length - length;
    }

    /** Sends what was written, if anything was. */
    public void flush() throws IOException {
        drain();
        if (unflushed) {
            target.flush();
            unflushed = false;
        }
    }

    private void drain() throws IOException {
        if (length > 0) {
            target.write(buffer, 0, length);
            unflushed = true;
        }
        Arrays.fill(buffer, 0, length, (byte) 0);
        length = 0;
    }

    /** The bytes to be sent could not be read on this machine. */
    public static final class SourceFailed extends Exception {
        private static final long serialVersionUID = 1L;

        SourceFailed(IOException cause) {
            super(cause);
        }
    }
}
