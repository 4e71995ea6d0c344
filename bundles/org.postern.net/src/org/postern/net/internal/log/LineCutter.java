package org.postern.net.internal.log;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Makes lines of the bytes of one direction, however they are chopped, and leaves out what the
 * lines announce as opaque. A line longer than any parser takes makes it give up: from then on it
 * does not know any more what is a line and what is not.
 */
final class LineCutter {

    private static final int LONGEST = 128 * 1024;

    private final Reader reader;
    private Buffer line = new Buffer();
    private int shown = -1;
    private long opaque;
    private boolean lost;

    /** Reads what was cut. */
    interface Reader {

        /**
         * @return how many of the next bytes are opaque
         */
        long line(Line line);

        /** Bytes that were announced as opaque. */
        void opaque(byte[] bytes, int offset, int length);

        /** There will be no more lines. */
        void lost();
    }

    /** Can be wiped. */
    private static final class Buffer extends ByteArrayOutputStream {
        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }

        int withoutEnd() {
            int end = count - 1;
            return end > 0 && buf[end - 1] == '\r' ? end - 1 : end;
        }
    }

    LineCutter(Reader reader) {
        this.reader = reader;
    }

    /**
     * @param hidden whether the bytes are a secret
     */
    void take(byte[] bytes, int offset, int length, boolean hidden) {
        int at = offset;
        int end = offset + length;
        while (at < end && !lost) {
            at = opaque > 0 ? swallow(bytes, at, end) : collect(bytes, at, end, hidden);
        }
    }

    private int swallow(byte[] bytes, int at, int end) {
        int count = (int) Math.min(opaque, end - at);
        opaque -= count;
        reader.opaque(bytes, at, count);
        return at + count;
    }

    private int collect(byte[] bytes, int at, int end, boolean hidden) {
        int stop = at;
        while (stop < end && bytes[stop] != '\n') {
            stop++;
        }
        boolean ends = stop < end;
        int next = ends ? stop + 1 : stop;
        if (hidden && shown < 0 && isMoreThanAnEnd(bytes, at, stop)) {
            shown = line.size();
        }
        line.write(bytes, at, next - at);
        if (ends) {
            finish();
        } else if (line.size() > LONGEST) {
            giveUp();
        }
        return next;
    }

    /** The line's end is no secret, wherever it is written. */
    private static boolean isMoreThanAnEnd(byte[] bytes, int at, int stop) {
        return stop > at && !(stop == at + 1 && bytes[at] == '\r');
    }

    private void finish() {
        byte[] content = Arrays.copyOf(line.toByteArray(), line.withoutEnd());
        int visible = shown < 0 ? content.length : Math.min(shown, content.length);
        line.wipe();
        line = new Buffer();
        shown = -1;
        opaque = reader.line(new Line(content, visible));
        Arrays.fill(content, (byte) 0);
    }

    private void giveUp() {
        lost = true;
        line.wipe();
        line = new Buffer();
        reader.lost();
    }
}
