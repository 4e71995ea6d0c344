package org.postern.message.internal.header;

import org.postern.message.Bytes;
import org.postern.message.HeaderField;
import org.postern.message.Headers;
import org.postern.message.internal.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields before the first empty line, and where the body starts.
 *
 * <p>A line that is no field is skipped when fields follow it (mangled mbox lines); else the body
 * starts there, as the empty line is missing.
 */
public record HeaderBlock(Headers headers, long bodyStart) {

    public static HeaderBlock read(Bytes bytes) throws IOException {
        return read(bytes.open());
    }

    public static HeaderBlock read(InputStream stream) throws IOException {
        return new Reading(new LineReader(stream)).run();
    }

    /** The state of one pass over the lines. */
    private static final class Reading {

        private final LineReader lines;
        private final List<HeaderField> fields = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private String name = "";
        private int kept;

        Reading(LineReader lines) {
            this.lines = lines;
        }

        HeaderBlock run() throws IOException {
            boolean first = true;
            while (lines.next()) {
                String line = lines.text();
                if (line.isEmpty()) {
                    return end(lines.end());
                }
                boolean postmark = first && isPostmark(line);
                first = false;
                if (!postmark && !take(line) && endsHere()) {
                    return end(lines.start());
                }
            }
            return end(lines.end());
        }

        private boolean take(String line) {
            if (isFold(line)) {
                fold(line.stripLeading());
                return !name.isEmpty();
            }
            int colon = colon(line);
            if (colon < 0) {
                return false;
            }
            finishField();
            name = line.substring(0, colon).stripTrailing();
            value.append(line, colon + 1, line.length());
            return true;
        }

        private void fold(String more) {
            if (!name.isEmpty() && value.length() < Limits.HEADER_BYTES) {
                value.append(' ').append(more);
            }
        }

        private boolean endsHere() throws IOException {
            if (fields.isEmpty() && name.isEmpty()) {
                return true;
            }
            String next = lines.peek();
            return colon(next) < 0 && !isFold(next);
        }

        private void finishField() {
            kept += value.length();
            boolean room = fields.size() < Limits.HEADER_FIELDS && kept <= Limits.HEADER_BYTES;
            if (!name.isEmpty() && room) {
                fields.add(new HeaderField(name, value.toString().strip()));
            }
            name = "";
            value.setLength(0);
        }

        private HeaderBlock end(long bodyStart) {
            finishField();
            return new HeaderBlock(new Headers(fields), bodyStart);
        }
    }

    private static boolean isPostmark(String line) {
        return line.startsWith("From ") || line.startsWith(">From ");
    }

    private static boolean isFold(String line) {
        return !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
    }

    /** The position of the colon that ends a field name, or -1 when the line is no field. */
    private static int colon(String line) {
        int at = 0;
        while (at < line.length() && isNameChar(line.charAt(at))) {
            at++;
        }
        int end = at;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return end > 0 && at < line.length() && line.charAt(at) == ':' ? at : -1;
    }

    private static boolean isNameChar(char c) {
        return c > ' ' && c < 0x7f && c != ':';
    }
}
