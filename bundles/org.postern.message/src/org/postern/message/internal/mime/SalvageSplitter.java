package org.postern.message.internal.mime;

import org.postern.message.Bytes;
import org.postern.message.internal.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a multipart that Jakarta Mail gave up on: in one pass over its lines, by the declared
 * boundary, or by the first line that looks like one.
 */
final class SalvageSplitter {

    private final Bytes body;
    private final int most;
    private final List<Bytes> parts = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private long position;
    private long partStart = -1;
    private String boundary;

    private SalvageSplitter(Bytes body, Optional<String> boundary, int most) {
        this.body = body;
        this.most = most;
        this.boundary = boundary.map(text -> "--" + text.stripTrailing()).orElse("");
    }

    /** The parts; none when no boundary is found. */
    static List<Bytes> split(Bytes body, Optional<String> boundary, int most) throws IOException {
        List<Bytes> declared = new SalvageSplitter(body, boundary, most).run();
        return declared.isEmpty()
                ? new SalvageSplitter(body, Optional.empty(), most).run()
                : declared;
    }

    private List<Bytes> run() throws IOException {
        try (InputStream stream = body.open()) {
            long lineStart = 0;
            while (parts.size() < most && readLine(stream)) {
                if (isBoundary(line.toString().stripTrailing())) {
                    endPart(lineStart);
                    partStart = line.toString().strip().equals(boundary + "--") ? -1 : position;
                }
                lineStart = position;
            }
        }
        endPart(body.size());
        return parts;
    }

    private boolean isBoundary(String text) {
        if (boundary.isEmpty() && looksLikeBoundary(text)) {
            boundary = text;
        }
        return !boundary.isEmpty() && (text.equals(boundary) || text.equals(boundary + "--"));
    }

    private static boolean looksLikeBoundary(String text) {
        return text.length() > 4
                && text.length() <= Limits.BOUNDARY
                && text.startsWith("--")
                && text.indexOf(' ') < 0
                && text.chars().anyMatch(c -> c != '-');
    }

    private void endPart(long end) throws IOException {
        if (partStart >= 0 && parts.size() < most && end > partStart) {
            parts.add(body.slice(partStart, withoutLineEnd(end)));
        }
        partStart = -1;
    }

    /** The line end before a boundary belongs to the boundary (RFC 2046 section 5.1.1). */
    private long withoutLineEnd(long end) throws IOException {
        long from = Math.max(partStart, end - 2);
        String tail = new String(body.slice(from, end).first(2), StandardCharsets.ISO_8859_1);
        if (tail.endsWith("\r\n")) {
            return end - 2;
        }
        return tail.endsWith("\n") || tail.endsWith("\r") ? end - 1 : end;
    }

    private boolean readLine(InputStream stream) throws IOException {
        line.setLength(0);
        int b = stream.read();
        boolean any = b >= 0;
        while (b >= 0) {
            position++;
            if (b == '\n') {
                break;
            }
            if (line.length() <= Limits.BOUNDARY + 8) {
                line.append((char) b);
            }
            b = stream.read();
        }
        return any;
    }
}
